"""The window: tabs, dialogs, tables and shared widgets. It talks to `desk` and shows values of `core`."""
