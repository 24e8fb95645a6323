"""Loads what the other tabs are made of, a module at a time, while the first one is already in use.

So the window is there at once, and a tab opens without a halt. What only a few ever ask for (the preview) stays out.
"""

import importlib
import pkgutil
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

FIRST_AFTER = 1500
"""Milliseconds from the start until the first module: the first entry comes before anything else."""
BETWEEN = 50
_PACKAGES = ("widgets", "models", "log", "roster", "appraisal", "dialogs", "tabs")
# QtPdf, which the preview needs, takes as long as all the rest.
_LEFT_OUT = frozenset({"csdesk.ui.dialogs.preview"})


def modules_ahead() -> list[str]:
    """Return the modules that are loaded ahead, small parts before the tabs that are made of them."""
    names: list[str] = []
    for package in _PACKAGES:
        found = importlib.import_module(f"csdesk.ui.{package}")
        names += [f"{found.__name__}.{module.name}" for module in pkgutil.iter_modules(found.__path__)]
    return [name for name in names if name not in _LEFT_OUT]


class Ahead(QObject):
    """Loads modules one by one from a timer, then is done. names: by default `modules_ahead`."""

    def __init__(self, parent: QObject, names: Sequence[str] | None = None) -> None:
        super().__init__(parent)
        self._names = list(reversed(names)) if names is not None else None
        self._timer = QTimer(self, interval=FIRST_AFTER)
        self._timer.timeout.connect(self._load_one)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether everything is loaded."""
        return not self._timer.isActive()

    def _load_one(self) -> None:
        self._timer.setInterval(BETWEEN)
        if self._names is None:
            self._names = list(reversed(modules_ahead()))
        while self._names:
            name = self._names.pop()
            if name not in sys.modules:
                importlib.import_module(name)
                return
        self._timer.stop()
