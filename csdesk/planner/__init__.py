"""Proposes a roster with OR-Tools: a process of its own, for what it loads would slow every start of the program."""
