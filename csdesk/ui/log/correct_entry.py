"""Corrects an entry: the old one is voided with a reason and the right one recorded, in one step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from csdesk.core.incidents import Draft, check_reason
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow
from csdesk.desk.preview import Preview
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.log.effect import EffectWords
from csdesk.ui.log.entry_fields import EntryFields
from csdesk.ui.page import Context
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Band, words


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands for the old entry, and why."""

    draft: Draft
    reason: str


class CorrectDialog(FormDialog):
    """The dialog, filled in with the entry as it stands. filled(Correction): Enter, or the primary button."""

    def __init__(self, row: EntryRow, said: str, desk: Desk, context: Context, parent: QWidget | None) -> None:
        """Correct `row`. said: the entry in one line."""
        super().__init__(parent, context.texts, width=600)
        self._desk = desk
        self._effect_words = EffectWords(self)
        self._row = row
        self._said = words(said, like="muted")
        self._said.setWordWrap(True)
        self.body.addWidget(self._said)
        self.fields = EntryFields(desk, lambda: context.texts, self)
        self.fields.set_month(Month.of(row.incident.day))
        for name, field in self.fields.fields.items():
            self.register_field(name, field)
        for names in (("employee", "day"), ("code", "points", "minutes", "count"), ("note",)):
            line = QHBoxLayout()
            line.setSpacing(GAP)
            for name in names:
                share = 3 if name == "code" else 1
                line.addWidget(self.fields.fields[name], share, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(line)
        self.reason = QLineEdit()
        self._reason = self.add_field("reason", self.reason)
        self.effect = Band()
        self.body.addWidget(self.effect)
        self.retranslate()
        self.fields.fill(row.employee, row.incident)
        self._say_effect()
        self.fields.changed.connect(self._say_effect)
        self.fields.first_asked().setFocus()

    def retranslate(self) -> None:
        self.fields.retranslate()
        self.set_heading(self.tr("Correct this entry"))
        self._reason.set_label(self.tr("Reason for the correction"))
        self.reason.setPlaceholderText(self.tr("For example: wrong day"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Correct"))

    def _say_effect(self) -> None:
        preview = self._desk.incidents.preview(self.fields.draft(), instead_of=self._row.incident.id)
        if isinstance(preview, Preview) and self.fields.person is not None:
            effect = self._effect_words.of([preview], self.texts, Month.of(self._row.incident.day))
            self.effect.say(effect.text, effect.kind)
        else:
            self.effect.say("")

    def submit(self) -> None:
        problems = [*self.fields.problems(), *check_reason(self.reason.text())]
        if problems:
            self.show_problems(problems)
        else:
            self.filled.emit(Correction(self.fields.draft(), self.reason.text()))
