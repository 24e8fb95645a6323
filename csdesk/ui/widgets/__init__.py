"""Widgets that several pages share; none knows another page, they are wired by whoever holds them."""
