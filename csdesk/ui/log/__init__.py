"""The parts of the Log tab: quick entry, the month's entries, the person beside them."""
