"""The parts of the Reports tab: the months in rows, the charts above them."""
