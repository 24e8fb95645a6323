"""Asks for the reason before entries are voided; what is voided stays readable."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import words

LISTED_AT_MOST = 6


class VoidDialog(FormDialog):
    """The dialog. filled(reason): Enter, or the primary button."""

    def __init__(self, entries: Sequence[str], texts: Texts, parent: QWidget | None) -> None:
        """Ask about `entries`, each said in one line."""
        super().__init__(parent, texts)
        self._entries = entries
        self._list = words(like="muted")
        self._list.setWordWrap(True)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._list)
        self.reason = QLineEdit()
        self._field = self.add_field("reason", self.reason)
        self.body.addWidget(self._hint)
        self.retranslate()
        self.reason.setFocus()

    def retranslate(self) -> None:
        count = len(self._entries)
        self.set_heading(
            self.tr("Void this entry") if count == 1 else self.tr("Void {count} entries").format(count=count)
        )
        shown = list(self._entries[:LISTED_AT_MOST])
        if count > LISTED_AT_MOST:
            shown.append(self.tr("and {count} more").format(count=count - LISTED_AT_MOST))
        self._list.setText("\n".join(shown))
        self._field.set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("For example: logged twice"))
        self._hint.setText(self.tr("A voided entry no longer counts, but stays readable with its reason."))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Void"))

    def submit(self) -> None:
        self.filled.emit(self.reason.text())
