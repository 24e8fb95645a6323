"""The parts of the Swaps tab: the register of swaps and the leave of the team, each with its form."""
