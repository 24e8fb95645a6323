"""The window's tabs, one module each; `csdesk.ui.page` says what a tab is."""
