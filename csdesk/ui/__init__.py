"""The window: tabs, dialogs, tables and shared widgets. It talks to `desk` and shows values of `core`."""

from csdesk.ui.qt_loading import load_qt

load_qt()
