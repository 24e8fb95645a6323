"""Asks for a few words before something is done: why a handover is refused, how a problem ended."""

from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import words


class NoteWords(NamedTuple):
    """What the dialog says. about: what it is about, in one line. verb: of its button."""

    heading: str
    about: str
    label: str
    example: str
    cancel: str
    verb: str


class NoteDialog(FormDialog):
    """The dialog. field: the name of its field in problems. filled(text): Enter, or the primary button."""

    def __init__(self, said: NoteWords, field: str, texts: Texts, parent: QWidget | None) -> None:
        super().__init__(parent, texts)
        about = words(said.about, like="muted")
        about.setWordWrap(True)
        self.body.addWidget(about)
        self.note = QLineEdit()
        self.note.setPlaceholderText(said.example)
        self.add_field(field, self.note).set_label(said.label)
        self.set_heading(said.heading)
        self.cancel_button.setText(said.cancel)
        self.done_button.setText(said.verb)
        self.note.setFocus()

    def retranslate(self) -> None:
        """Keep the words: whoever opened the dialog said them, and it does not stand for long."""

    def submit(self) -> None:
        self.filled.emit(self.note.text())
