"""Loads what the other tabs are made of, a module at a time, while the first one is already in use; then makes them.

So the window is there at once, and a tab opens without a halt. What only a few ever ask for (the preview) stays out.
"""

import importlib
import sys
from collections.abc import Callable, Sequence
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from csdesk.desk.names import load_readings

FIRST_ENTRY = (
    "csdesk.core.appraisal", "csdesk.core.reckoner", "csdesk.core.reckoning", "csdesk.desk.facts",
    "csdesk.desk.preview", "csdesk.desk.months", "csdesk.ui.log.effect", "csdesk.ui.widgets.waterfall",
    "csdesk.ui.log.person_figures",
)  # fmt: skip
"""What the first entry needs to say what it will do; loaded before anybody has typed a name and a rule."""
PAINTED_AFTER = 100
"""Milliseconds until then: the window is painted before anything else is done."""
BETWEEN_FIRST = 15
FIRST_AFTER = 1500
"""Milliseconds from then until the next module: the first entry comes before anything else."""
BETWEEN = 50
_PACKAGES = ("widgets", "models", "log", "roster", "swaps", "appraisal", "dialogs", "duty", "tabs")
# QtPdf, which the preview needs, takes as long as all the rest.
_LEFT_OUT = frozenset({"csdesk.ui.dialogs.preview"})


def modules_ahead() -> list[str]:
    """Return the modules that are loaded ahead, small parts before the tabs that are made of them."""
    import pkgutil  # when the window is there; it must not wait for this

    names: list[str] = []
    for package in _PACKAGES:
        found = importlib.import_module(f"csdesk.ui.{package}")
        names += [f"{found.__name__}.{module.name}" for module in pkgutil.iter_modules(found.__path__)]
    return [name for name in names if name not in _LEFT_OUT]


class Ahead(QObject):
    """Loads modules one by one from a timer, then does what is left, one at a time.

    left: called when the modules are there, for example to make a page. names: by default `modules_ahead`, and before
    them FIRST_ENTRY.
    """

    def __init__(
        self, parent: QObject, left: Sequence[Callable[[], object]] = (), names: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._names = list(reversed(names)) if names is not None else None
        self._first = list(reversed(FIRST_ENTRY)) if names is None else []
        self._left = list(reversed(left))
        self._timer = QTimer(self, interval=PAINTED_AFTER if self._first else FIRST_AFTER)
        self._timer.timeout.connect(self._load_one)
        self._timer.start()

    def do_next(self, steps: Sequence[Callable[[], object]]) -> None:
        """Do `steps`, one at a time, before anything else that is left."""
        self._left += reversed(steps)

    @property
    def is_done(self) -> bool:
        """Whether everything is loaded and made."""
        return not self._timer.isActive()

    def _load_one(self) -> None:
        if self._first:
            importlib.import_module(self._first.pop())
            self._timer.setInterval(BETWEEN_FIRST)
            if not self._first:
                # 80 ms, most of it in one piece: beside the window, and before somebody has typed a name and a rule.
                Thread(target=load_readings, daemon=True).start()
                self._timer.setInterval(FIRST_AFTER)
            return
        self._timer.setInterval(BETWEEN)
        if self._names is None:
            self._names = list(reversed(modules_ahead()))
        while self._names:
            name = self._names.pop()
            if name not in sys.modules:
                importlib.import_module(name)
                return
        if self._left:
            self._left.pop()()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Load and make no more; the window is about to go."""
        self._timer.stop()
