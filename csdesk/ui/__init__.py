"""The window: tabs, dialogs, tables and shared widgets. It talks to `desk` and shows values of `core`."""

import builtins

import PySide6.QtCore  # noqa: F401  # it must have set its hook before that can be taken away

# PySide's hook reads the source of every module that is imported after it, to find out who wants Qt's names in another
# spelling. Nobody does here, and it takes a twentieth of the start.
_plain_import = getattr(builtins, "__orig_import__", None)
if _plain_import is not None:
    builtins.__import__ = _plain_import
