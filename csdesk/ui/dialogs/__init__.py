"""Dialogs: they open and emit, and never wait."""
