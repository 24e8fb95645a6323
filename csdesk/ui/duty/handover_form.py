"""The form of a handover: which shifts, who, the equipment, what stays open, staff changes, notes."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from csdesk.core.employee import Employee
from csdesk.core.handover import HandoverDraft
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.handovers import DueHandover
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.roster.shifts_times import read_time, written_time
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Band, Field, button, icon_button, name_button, words
from csdesk.ui.widgets.pick_field import Choice, PickField

LISTED = 8
_LOOKED_AT = 60
_PROBLEM_LINES = 64
_TIME = 76


class HandoverForm(Retranslated, QWidget):
    """The form. asked(HandoverDraft): Enter in the last field, Ctrl+Enter anywhere, or the button.

    print_asked: a blank form is wanted, to be filled in by hand.
    """

    asked = Signal(object)
    print_asked = Signal()

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._day = desk.today()
        self._due: DueHandover | None = None
        self._title = words(like="card-title")
        self.band = Band("alarm")
        self.from_shift, self.to_shift = QComboBox(), QComboBox()
        self.time = QLineEdit()
        self.given_by = PickField(lambda text: self._find(text, self._due.leaving if self._due else ()))
        self.taken_by = PickField(lambda text: self._find(text, self._due.arriving if self._due else ()))
        self.equipment, self.staff_changes, self.notes = QLineEdit(), QLineEdit(), QLineEdit()
        self.problems = QPlainTextEdit()
        self.problems.setTabChangesFocus(True)
        self.problems.setFixedHeight(_PROBLEM_LINES)
        self.time.setFixedWidth(_TIME)
        self.save_button = button(icon=icons.icon("arrow-bend-down-left", "on_accent"), primary=True)
        self.save_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.print_button = icon_button(icons.icon("printer"))
        edits: dict[str, QWidget] = {
            "from_shift": self.from_shift, "to_shift": self.to_shift, "time": self.time,
            "given_by": self.given_by, "taken_by": self.taken_by, "equipment": self.equipment,
            "problems": self.problems, "staff_changes": self.staff_changes, "notes": self.notes,
        }  # fmt: skip
        self.fields = {name: Field(edit, self) for name, edit in edits.items()}
        self._lay_out()
        for edit in edits.values():
            edit.installEventFilter(self)
        for line in (self.time, self.equipment, self.staff_changes, self.notes):
            line.textEdited.connect(self._mend)
        self.given_by.picked.connect(lambda value: self._picked(value, self.taken_by))
        self.taken_by.picked.connect(lambda value: self._picked(value, self.equipment))
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self.print_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.print_button)
        head.addWidget(self.save_button)
        column.addLayout(head)
        # Nobody who fills in the form passes the printer on the way to its end.
        QWidget.setTabOrder(self.save_button, self.print_button)
        column.addWidget(self.band)
        for names in (("from_shift", "to_shift", "time"), ("given_by", "taken_by"), ("equipment",), ("problems",),
                      ("staff_changes", "notes")):  # fmt: skip
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for name in names:
                row.addWidget(self.fields[name], 0 if name == "time" else 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)

    def retranslate(self) -> None:
        labels = {
            "from_shift": self.tr("From shift"),
            "to_shift": self.tr("To shift"),
            "time": self.tr("Time"),
            "given_by": self.tr("Handed over by"),
            "taken_by": self.tr("Taken over by"),
            "equipment": self.tr("State of the equipment"),
            "problems": self.tr("Open or difficult problems, one a line"),
            "staff_changes": self.tr("Staff changes and swaps"),
            "notes": self.tr("Other notes"),
        }
        for name, label in labels.items():
            self.fields[name].set_label(label)
        self.time.setPlaceholderText("08:00")
        for person in (self.given_by, self.taken_by):
            person.setPlaceholderText(self.tr("Name or number"))
        self.equipment.setPlaceholderText(self.tr("For example: all in order"))
        self.save_button.setText(self.tr("Record") + "  ")
        name_button(self.print_button, self.tr("Print a blank form (Ctrl+P)"))
        self.save_button.setToolTip(self.tr("Record the handover (Ctrl+Enter)"))
        self._say_title()

    def _say_title(self) -> None:
        self._title.setText(self.tr("Handover on {day}").format(day=self._context.texts.day(self._day)))

    # What the page calls

    def set_day(self, day: date, closed: Problem | None) -> None:
        """Let the form be of `day`. closed: why nothing can be recorded, None where it can."""
        self._day = day
        self._offer_shifts()
        if closed is None:
            self.band.say("")
        else:
            self.band.say(self._context.texts.problem(closed), "info")
        for field in self.fields.values():
            field.setEnabled(closed is None)
        self.save_button.setEnabled(closed is None)
        self._say_title()

    def begin(self, due: DueHandover | None) -> None:
        """Fill in what the roster knows of a change of shift; what was written down stays."""
        self._due = due
        self.show_problems(())
        if due is None:
            for box in (self.from_shift, self.to_shift):
                self._choose(box, None)
            self.time.clear()
            self.given_by.set_choice(None)
            self.taken_by.set_choice(None)
            return
        self._choose(self.from_shift, due.change.from_shift.id)
        self._choose(self.to_shift, due.change.to_shift.id)
        self.time.setText(written_time(due.change.time))
        for field, people in ((self.given_by, due.leaving), (self.taken_by, due.arriving)):
            field.set_choice(_choice(people[0]) if len(people) == 1 else None)

    def clear(self) -> None:
        """Empty what was written down."""
        for line in (self.time, self.equipment, self.staff_changes, self.notes):
            line.clear()
        self.problems.clear()
        self.given_by.set_choice(None)
        self.taken_by.set_choice(None)
        self.show_problems(())

    def start(self) -> None:
        """Put the cursor to the first field that is empty."""
        first = self.given_by if self.given_by.value is None else self.equipment
        (first if self.time.text() else self.from_shift).setFocus()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written down that the roster does not know."""
        lines = (self.equipment, self.staff_changes, self.notes)
        return not any(line.text().strip() for line in lines) and not self.problems.toPlainText().strip()

    def draft(self) -> HandoverDraft:
        """Return what is typed."""
        return HandoverDraft(
            self._day,
            read_time(self.time.text()),
            self.from_shift.currentData() or "",
            self.to_shift.currentData() or "",
            _id_of(self.given_by),
            _id_of(self.taken_by),
            self.equipment.text(),
            self.staff_changes.text(),
            self.notes.text(),
            tuple(line for line in self.problems.toPlainText().splitlines() if line.strip()),
        )

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say each problem at its field, the others above; the cursor goes to the first."""
        texts = self._context.texts
        if self.save_button.isEnabled():
            loose = [texts.problem(problem) for problem in problems if problem.field not in self.fields]
            self.band.say(" ".join(loose), "alarm")
        for name, field in self.fields.items():
            field.fault(" ".join(texts.problem(problem) for problem in problems if problem.field == name))
        first = next((problem.field for problem in problems if problem.field in self.fields), None)
        if first is not None:
            self.fields[first].edit.setFocus()

    @property
    def faults(self) -> dict[str, str]:
        """What stands at each field that is wrong; "" for what stands above."""
        found = {name: field.said_fault for name, field in self.fields.items() if field.said_fault}
        return found | ({"": self.band.text} if self.band.text else {})

    # Inside

    def _offer_shifts(self) -> None:
        shifts = self._desk.shifts.all()
        for box in (self.from_shift, self.to_shift):
            chosen = box.currentData()
            box.clear()
            for shift in shifts:
                box.addItem(f"{shift.code}  {shift.start:%H:%M}–{shift.end:%H:%M}", shift.id)
            self._choose(box, chosen)

    def _choose(self, box: QComboBox, shift_id: str | None) -> None:
        box.setCurrentIndex(box.findData(shift_id) if shift_id else -1)

    def _find(self, text: str, first: Sequence[Employee]) -> list[Choice]:
        found = self._desk.people.find(text, on=self._day, limit=_LOOKED_AT)
        found.sort(key=lambda person: person not in first)
        return [_choice(person) for person in found[:LISTED]]

    def _picked(self, value: object, following: QWidget) -> None:
        if value is not None:
            following.setFocus()

    def _mend(self) -> None:
        for field in self.fields.values():
            if field.edit.hasFocus() and field.said_fault:
                field.fault("")

    def _unreadable(self) -> list[Problem]:
        found = [
            Problem.at(name, "employee.unknown")
            for name, field in (("given_by", self.given_by), ("taken_by", self.taken_by))
            if field.text().strip() and field.value is None
        ]
        moment: time | None = read_time(self.time.text())
        if self.time.text().strip() and moment is None:
            found.append(Problem.at("time", "moment.unreadable", typed=self.time.text().strip()))
        return found

    def _save(self) -> None:
        unreadable = self._unreadable()
        if not unreadable:
            self.asked.emit(self.draft())
            return
        taken = {problem.field for problem in unreadable}
        others = [problem for problem in self._desk.handovers.check(self.draft()) if problem.field not in taken]
        self.show_problems([*unreadable, *others])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or watched is self.notes):
                self._save()
                return True
            if is_enter and watched in (self.time, self.equipment, self.staff_changes):
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)


def _choice(person: Employee) -> Choice:
    return Choice(f"{person.name} · {person.number}", person, person.group)


def _id_of(field: PickField) -> str | None:
    return field.value.id if isinstance(field.value, Employee) else None
