"""The few dialogs that the window and every page may need: a question, what stands in the way, what went wrong.

Dialogs are imported where they are opened: the window is made with this at every start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from csdesk.core.problem import Problem
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.messages import sentences

if TYPE_CHECKING:
    from csdesk.ui.dialogs.base import ConfirmDialog


class AskingWindow(QMainWindow):
    """A window that asks and tells: the `Asker` of its pages."""

    def __init__(self, speech: Speech, hook: Hook) -> None:
        super().__init__()
        self._speech = speech
        self._hook = hook

    def confirm(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask `text`; call `agreed` when the user presses the button `verb`."""
        self.question(title, text, verb, agreed)

    def question(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> "ConfirmDialog":
        """Do as `confirm` does, and return the open dialog for whoever hears what else is answered."""
        from csdesk.ui.dialogs.base import ConfirmDialog

        dialog = ConfirmDialog(title, text, verb, self)
        dialog.agreed.connect(agreed)
        dialog.open()
        return dialog

    def sorry(self, title: str, problems: list[Problem]) -> None:
        """Show problems that have no field to stand at."""
        from csdesk.ui.dialogs.base import TellDialog

        TellDialog(title, sentences(problems, self._speech.texts), "warning", self).open()

    def failed(self, failure: Exception) -> None:
        """Tell what, why and what to do of a world's fault; anything else goes to the hook as a bug."""
        self._hook.tell(failure)
