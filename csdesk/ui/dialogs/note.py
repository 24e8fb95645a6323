"""Asks for a few words before something is done: why a swap is rejected, how a problem ended."""

from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import words


class NoteWords(NamedTuple):
    """What the dialog says. about: what it is about, in one line. verb: of its button. hint: what comes of it.

    label: of its field, which asks for a reason where none is given.
    """

    heading: str
    about: str
    verb: str
    hint: str = ""
    example: str = ""
    label: str = ""


class NoteDialog(FormDialog):
    """The dialog. field: the name of its field in problems. filled(text): Enter, or the primary button."""

    def __init__(self, said: NoteWords, texts: Texts, parent: QWidget | None, field: str = "reason") -> None:
        super().__init__(parent, texts)
        self._said = said
        self.set_heading(said.heading)
        self._add_words(said.about, "muted")
        self.note = QLineEdit()
        self.note.setPlaceholderText(said.example)
        self._field = self.add_field(field, self.note)
        if said.hint:
            self._add_words(said.hint, "hint")
        self.done_button.setText(said.verb)
        self.retranslate()
        self.note.setFocus()

    def _add_words(self, text: str, like: str) -> None:
        label = words(text, like=like)
        label.setWordWrap(True)
        self.body.addWidget(label)

    def retranslate(self) -> None:
        """Say its own words; the others are said by whoever opened the dialog, and it does not stand for long."""
        self._field.set_label(self._said.label or self.tr("Reason"))
        self.cancel_button.setText(self.tr("Cancel"))

    def submit(self) -> None:
        self.filled.emit(self.note.text())
