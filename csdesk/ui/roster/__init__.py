"""The parts of the Roster tab: the list of people, the card of one, importing a workbook."""
