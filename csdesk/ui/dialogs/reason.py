"""Asks for the reason before something is decided that cannot be taken back lightly."""

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import words


class ReasonDialog(FormDialog):
    """The dialog. filled(reason): Enter, or the primary button.

    title: what is about to be done. about: to what. hint: what comes of it. verb: what the button says.
    """

    def __init__(self, title: str, about: str, hint: str, verb: str, texts: Texts, parent: QWidget | None) -> None:
        super().__init__(parent, texts)
        self.set_heading(title)
        self._about = words(about, like="muted")
        self._about.setWordWrap(True)
        self.body.addWidget(self._about)
        self.reason = QLineEdit()
        self._field = self.add_field("reason", self.reason)
        self._hint = words(hint, like="hint")
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        self.body.addWidget(self._hint)
        self.done_button.setText(verb)
        self.retranslate()
        self.reason.setFocus()

    def retranslate(self) -> None:
        self._field.set_label(self.tr("Reason"))
        self.cancel_button.setText(self.tr("Cancel"))

    def submit(self) -> None:
        self.filled.emit(self.reason.text())
