"""Asks for the reason before an automatic line is struck, or put back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import words


class StrikeDialog(FormDialog):
    """The dialog. filled(reason): Enter, or the primary button. puts_back: a struck line is to stand again."""

    def __init__(
        self, name: str, line: Sequence[str], texts: Texts, parent: QWidget | None, *, puts_back: bool
    ) -> None:
        """Ask about a line of `name`'s sheet, said in the sentences of `line`."""
        super().__init__(parent, texts)
        self._name = name
        self._puts_back = puts_back
        self._line = words("\n".join(line), like="muted")
        self._line.setWordWrap(True)
        self.body.addWidget(self._line)
        self.reason = QLineEdit()
        self._field = self.add_field("reason", self.reason)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.retranslate()
        self.reason.setFocus()

    def retranslate(self) -> None:
        heading = self.tr("Put the line back on {name}'s sheet") if self._puts_back else self.tr(
            "Strike a line from {name}'s sheet"
        )  # fmt: skip
        self.set_heading(heading.format(name=self._name))
        self._field.set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(
            self.tr("For example: struck by mistake") if self._puts_back else self.tr("For example: the test was void")
        )
        self._hint.setText(
            self.tr("The line counts again from now on.")
            if self._puts_back
            else self.tr("A struck line no longer counts, but stays on the sheet with its reason.")
        )
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Put back") if self._puts_back else self.tr("Strike"))

    def submit(self) -> None:
        self.filled.emit(self.reason.text())
