"""The form that asks for leave: who, from when to when, what for; hours of one day, and the call of an emergency."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.leave import LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui.log.moment_field import MomentField
from csdesk.ui.page import Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.field_pair import FieldPair
from csdesk.ui.swaps.leave_words import LeaveWords
from csdesk.ui.swaps.people_offered import PeopleOffered
from csdesk.ui.swaps.request_form import RequestForm, picked_id
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.widgets.cards import Field, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.pick_field import Choice, PickField

# As the problems name the fields, in the order of the cursor.
_ORDER = ("employee", "first", "last", "type", "hours", "emergency_at", "note")


def read_hours(text: str) -> Decimal | None:
    """Return the number of hours that `text` is, None where it is none: 4, 3.5, 3,5, ３．５."""
    typed = unicodedata.normalize("NFKC", text).strip().removesuffix("h").removesuffix("小时").strip()
    try:
        read = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


class LeaveForm(RequestForm):
    """The form. asked(LeaveDraft)."""

    def __init__(
        self, desk: Desk, context: Context, duties: Duties, said: LeaveWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.who = PickField(self._find)
        self.first, self.last = (DayField(desk.now, lambda: context.texts) for _ in range(2))
        self.type = QComboBox()
        self.hours, self.note = QLineEdit(), QLineEdit()
        self.emergency = QCheckBox()
        self.call = MomentField(desk.now, lambda: context.texts)
        self._who_field, self._call_field, self._note_field = (
            Field(edit, self) for edit in (self.who, self.call, self.note)
        )
        self._days, self._kind = FieldPair(self.first, self.last, self), FieldPair(self.type, self.hours, self)
        in_order = (self._who_field, *self._days.fields, *self._kind.fields, self._call_field, self._note_field)
        self._fields = dict(zip(_ORDER, in_order, strict=True))
        self._desk = desk
        self._words = said
        self._offered = PeopleOffered(desk, duties, lambda: context.texts, self)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._call_field.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.ask_button)
        column = scrolled(self)
        column.addWidget(self._title)
        column.addWidget(self.band)
        fields = (self._who_field, self._days, self._kind, self.emergency, self._call_field, self._note_field)
        for widget in fields:
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        self.who.picked.connect(self._picked)
        for edit in (self.first, self.last, self.hours, self.call, self.note):
            edit.textEdited.connect(self._changed)
        self.type.currentIndexChanged.connect(self._changed)
        self.emergency.toggled.connect(self._ask_for_call)
        self.who.returnPressed.connect(self.first.setFocus)
        self.first.returnPressed.connect(self.last.setFocus)
        for last in (self.last, self.hours, self.call, self.note):
            last.returnPressed.connect(self.submit)

    def retranslate(self) -> None:
        self._title.setText(self.tr("New leave"))
        self._who_field.set_label(self.tr("Who"))
        self._days.set_labels(self.tr("First day"), self.tr("Last day"))
        self._kind.set_labels(self.tr("Type"), self.tr("Hours, within one day"))
        self._call_field.set_label(self.tr("Manager called at"))
        self._note_field.set_label(self.tr("Note"))
        self.who.setPlaceholderText(self.tr("Name or number"))
        self.first.setPlaceholderText(self.tr("For example 24"))
        self.last.setPlaceholderText(self.tr("The same day"))
        self.hours.setPlaceholderText(self.tr("Whole days"))
        self.note.setPlaceholderText(self.tr("What for"))
        self.emergency.setText(self.tr("Emergency: called in by telephone"))
        self._hint.setText(self.tr("The manager approves it in advance; an emergency is confirmed afterwards."))
        self.ask_button.setText(self.tr("Ask"))
        self.ask_button.setToolTip(self.tr("Put the request on file (Enter)"))
        chosen = max(0, self.type.currentIndex())
        self.type.blockSignals(True)
        self.type.clear()
        for type in LeaveType:
            self.type.addItem(self._words.type(type))
        self.type.setCurrentIndex(chosen)
        self.type.blockSignals(False)
        person = self.who.value
        if isinstance(person, Employee):
            self.who.set_choice(self._offered.choice(person, self.first.day))
        self._changed()

    # What the page calls

    def set_month(self, month: Month, closed: Problem | None) -> None:
        self.emergency.setEnabled(closed is None)
        super().set_month(month, closed)

    def clear(self) -> None:
        self.who.set_choice(None)
        self.first.show_day(None)
        self.last.show_day(None)
        self.type.setCurrentIndex(0)
        self.hours.clear()
        self.emergency.setChecked(False)
        self.call.show_moment(None)
        self.note.clear()
        self._say_problems(())

    # What is typed

    def _find(self, text: str) -> Sequence[Choice]:
        return self._offered.find(text, self.first.day)

    def _picked(self, person: object) -> None:
        if person is not None:
            self.first.setFocus()
        self._changed()

    def _ask_for_call(self, called: bool) -> None:
        self._call_field.setVisible(called)
        if called:
            self.call.setFocus()
        self._changed()

    @property
    def _last(self) -> date | None:
        return self.last.day if self.last.text().strip() else self.first.day

    def _call(self) -> datetime | None:
        moment = self.call.moment if self.emergency.isChecked() else None
        return None if moment is None or moment.time is None else datetime.combine(moment.day, moment.time)

    def _typed(self) -> LeaveDraft:
        return LeaveDraft(
            picked_id(self.who),
            self.first.day,
            self._last,
            list(LeaveType)[max(0, self.type.currentIndex())],
            read_hours(self.hours.text()),
            self.note.text(),
            self._call(),
        )

    def _unreadable(self) -> list[Problem]:
        problems = super()._unreadable()
        if self.hours.text().strip() and read_hours(self.hours.text()) is None:
            problems.append(Problem.at("hours", "leave.hours-unreadable", typed=self.hours.text().strip()))
        if self.emergency.isChecked() and self._call() is None:
            problems.append(Problem.at("emergency_at", "moment.unreadable", typed=self.call.text().strip()))
        return problems

    def _changed(self) -> None:
        """Say while one types what the desk would refuse, once who and when are known."""
        draft = self._typed()
        is_whole = bool(draft.employee_id) and draft.first is not None and self.last.is_readable
        self._say_problems(self._desk.leaves.check(draft) if is_whole else ())
