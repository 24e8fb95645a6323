"""The form that asks for leave: who, from when to when, what for; hours of one day, and the call of an emergency."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.leave import LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.log.moment_field import MomentField
from csdesk.ui.page import Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.field_pair import FieldPair
from csdesk.ui.swaps.leave_words import LeaveWords
from csdesk.ui.swaps.people_offered import PeopleOffered
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.widgets.cards import Band, Field, button, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.pick_field import Choice, PickField

# In the order of the cursor; the names are those of the problems' fields.
ORDER = ("employee", "first", "last", "type", "hours", "emergency_at", "note")


def read_hours(text: str) -> Decimal | None:
    """Return the number of hours that `text` is, None where it is none: 4, 3.5, 3,5, ３．５."""
    typed = unicodedata.normalize("NFKC", text).strip().removesuffix("h").removesuffix("小时").strip()
    try:
        read = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


class LeaveForm(Retranslated, QWidget):
    """The form. asked(LeaveDraft): Enter in the last fields, or the button."""

    asked = Signal(object)

    def __init__(
        self, desk: Desk, context: Context, duties: Duties, said: LeaveWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._words = said
        self._offered = PeopleOffered(desk, duties, lambda: context.texts, self)
        self._closed: Problem | None = None
        self._title, self._hint = words(like="card-title"), words(like="hint")
        self._hint.setWordWrap(True)
        self.who = PickField(self._find)
        self.first, self.last = (DayField(desk.now, lambda: context.texts) for _ in range(2))
        self.type = QComboBox()
        self.hours, self.note = QLineEdit(), QLineEdit()
        self.emergency = QCheckBox()
        self.call = MomentField(desk.now, lambda: context.texts)
        edits = (self.who, self.first, self.last, self.type, self.hours, self.call, self.note)
        self._edits: dict[str, QWidget] = dict(zip(ORDER, edits, strict=True))
        self._alone = {name: Field(self._edits[name]) for name in ("employee", "emergency_at", "note")}
        self._days, self._kind = FieldPair(self.first, self.last), FieldPair(self.type, self.hours)
        self._paired = {
            "first": (self._days, 0),
            "last": (self._days, 1),
            "type": (self._kind, 0),
            "hours": (self._kind, 1),
        }
        self.band = Band("alarm")
        self.ask_button = button(icon=icons.icon("arrow-bend-down-left", "on_accent"), primary=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._alone["emergency_at"].hide()
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.ask_button)
        column = scrolled(self)
        column.addWidget(self._title)
        column.addWidget(self.band)
        call, note = self._alone["emergency_at"], self._alone["note"]
        for widget in (self._alone["employee"], self._days, self._kind, self.emergency, call, note):
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
        self.ask_button.clicked.connect(self.submit)

    def retranslate(self) -> None:
        self._title.setText(self.tr("New leave"))
        self._alone["employee"].set_label(self.tr("Who"))
        self._days.set_labels(self.tr("First day"), self.tr("Last day"))
        self._kind.set_labels(self.tr("Type"), self.tr("Hours, within one day"))
        self._alone["emergency_at"].set_label(self.tr("Manager called at"))
        self._alone["note"].set_label(self.tr("Note"))
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
        """Let a day's number belong to `month`. closed: why none can be asked for in it, None where it is open."""
        self._closed = closed
        for edit in (self.first, self.last, self.call):
            edit.set_month(month)
        for field in self._edits.values():
            field.setEnabled(closed is None)
        self.emergency.setEnabled(closed is None)
        self.ask_button.setEnabled(closed is None)
        self._changed()

    @property
    def is_open(self) -> bool:
        """Whether leave can be asked for in the month shown."""
        return self._closed is None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not any(edit.text().strip() for edit in (self.who, self.first, self.last, self.hours, self.note))

    def start(self) -> None:
        """Put the cursor at the person."""
        self.who.setFocus()
        self.who.selectAll()

    def clear(self) -> None:
        """Empty the form."""
        self.who.set_choice(None)
        self.first.show_day(None)
        self.last.show_day(None)
        self.type.setCurrentIndex(0)
        self.hours.clear()
        self.emergency.setChecked(False)
        self.call.show_moment(None)
        self.note.clear()
        self._say_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what was refused at its field; the cursor goes to the first."""
        self._say_problems(problems)
        first = next((name for name in ORDER if any(one.field == name for one in problems)), None)
        if first is not None:
            self._edits[first].setFocus()

    @property
    def said_problems(self) -> list[str]:
        """Every sentence of what is wrong, those at no field first."""
        return [one for one in (self.band.text, *(self.fault_of(name) for name in ORDER)) if one]

    def fault_of(self, name: str) -> str:
        """Return the sentence that stands at a field of the draft, "" where none does."""
        if name in self._alone:
            return self._alone[name].said_fault
        pair, place = self._paired[name]
        return pair.said_fault(place)

    # What is typed

    def _find(self, text: str) -> Sequence[Choice]:
        return self._offered.find(text, self.first.day)

    def _picked(self, person: object) -> None:
        if person is not None:
            self.first.setFocus()
        self._changed()

    def _ask_for_call(self, called: bool) -> None:
        self._alone["emergency_at"].setVisible(called)
        if called:
            self.call.setFocus()
        self._changed()

    @property
    def _last(self) -> date | None:
        return self.last.day if self.last.text().strip() else self.first.day

    def _call(self) -> datetime | None:
        moment = self.call.moment if self.emergency.isChecked() else None
        return None if moment is None or moment.time is None else datetime.combine(moment.day, moment.time)

    def draft(self) -> LeaveDraft:
        """Return what is typed; what is missing or cannot be read stays empty."""
        person = self.who.value
        return LeaveDraft(
            person.id if isinstance(person, Employee) else "",
            self.first.day,
            self._last,
            list(LeaveType)[max(0, self.type.currentIndex())],
            read_hours(self.hours.text()),
            self.note.text(),
            self._call(),
        )

    def _unreadable(self) -> list[Problem]:
        """Return a problem for each field whose text says nothing that could be judged."""
        problems = []
        if self.who.value is None:
            code = "employee.unknown" if self.who.text().strip() else "employee.missing"
            problems.append(Problem.at("employee", code))
        for name, day in (("first", self.first), ("last", self.last)):
            if not day.is_readable:
                problems.append(Problem.at(name, "date.unreadable", typed=day.text().strip()))
        if self.hours.text().strip() and read_hours(self.hours.text()) is None:
            problems.append(Problem.at("hours", "leave.hours-unreadable", typed=self.hours.text().strip()))
        if self.emergency.isChecked() and self._call() is None:
            problems.append(Problem.at("emergency_at", "moment.unreadable", typed=self.call.text().strip()))
        return problems

    def _changed(self) -> None:
        """Say while one types what the desk would refuse, once who and when are known."""
        draft = self.draft()
        is_whole = bool(draft.employee_id) and draft.first is not None and self.last.is_readable
        self._say_problems(self._desk.leaves.check(draft) if is_whole else ())

    def _say_problems(self, problems: Sequence[Problem]) -> None:
        texts = self._context.texts
        if self._closed is not None:
            self.band.say(texts.problem(self._closed), "info")
        else:
            self.band.say("\n".join(texts.problem(one) for one in problems if one.field not in ORDER), "alarm")
        for name in ORDER:
            sentence = next((texts.problem(one) for one in problems if one.field == name), "")
            if name in self._alone:
                self._alone[name].fault(sentence)
            else:
                pair, place = self._paired[name]
                pair.fault(place, sentence)

    def submit(self) -> None:
        """Ask for what is typed, or say what is missing."""
        if self._closed is not None:
            return
        problems = self._unreadable()
        if problems:
            self.show_problems(problems)
        else:
            self.asked.emit(self.draft())
