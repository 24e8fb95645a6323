"""A form that asks for something: its fields by the names of the problems' fields, what is wrong, a button."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.log.moment_field import MomentField
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import Band, Field, LabelledEdit, button, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.pick_field import PickField


class RequestForm(Retranslated, QWidget):
    """The form. asked(draft): Enter in the last fields, or the button.

    Whoever derives from it makes the fields, in the order of the cursor, and lays them out with title, band and button.
    """

    asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._fields: Mapping[str, Field | LabelledEdit] = {}
        self._closed: Problem | None = None
        self._title = words(like="card-title")
        self.band = Band("alarm")
        self.ask_button = button(icon=icons.icon("arrow-bend-down-left", "on_accent"), primary=True)
        self.ask_button.clicked.connect(self.submit)

    # What the page calls

    def set_month(self, month: Month, closed: Problem | None) -> None:
        """Let a day's number belong to `month`. closed: why nothing can be asked for in it, None where it is open."""
        for field in self._fields.values():
            if isinstance(field.edit, DayField | MomentField):
                field.edit.set_month(month)
            field.edit.setEnabled(closed is None)
        self._closed = closed
        self.ask_button.setEnabled(closed is None)
        self._changed()

    @abstractmethod
    def clear(self) -> None:
        """Empty the form."""

    @property
    def is_open(self) -> bool:
        """Whether something can be asked for in the month shown."""
        return self._closed is None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        edits = (field.edit for field in self._fields.values())
        return not any(isinstance(edit, QLineEdit) and edit.text().strip() for edit in edits)

    def start(self) -> None:
        """Put the cursor into the first field."""
        edit = next(iter(self._fields.values())).edit
        edit.setFocus()
        if isinstance(edit, QLineEdit):
            edit.selectAll()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what was refused at its field; the cursor goes to the first."""
        self._say_problems(problems)
        named = {problem.field for problem in problems}
        first = next((field for name, field in self._fields.items() if name in named), None)
        if first is not None:
            first.edit.setFocus()

    @property
    def said_problems(self) -> list[str]:
        """Every sentence of what is wrong, those at no field first."""
        faults = (field.said_fault for field in self._fields.values())
        return [one for one in (self.band.text, *faults) if one]

    def fault_of(self, name: str) -> str:
        """Return the sentence that stands at a field of the draft, "" where none does."""
        return self._fields[name].said_fault

    # What is typed

    def _unreadable(self) -> list[Problem]:
        """Return a problem for each field whose text says nothing that could be judged."""
        problems = []
        for name, field in self._fields.items():
            edit = field.edit
            if isinstance(edit, PickField) and edit.value is None:
                code = "employee.unknown" if edit.text().strip() else "employee.missing"
                problems.append(Problem.at(name, code))
            elif isinstance(edit, DayField) and not edit.is_readable:
                problems.append(Problem.at(name, "date.unreadable", typed=edit.text().strip()))
        return problems

    @abstractmethod
    def _changed(self) -> None:
        """Say what the desk would refuse of what is typed."""

    @abstractmethod
    def _typed(self) -> object | None:
        """Return the draft that can be asked for, None where too little is typed for one."""

    def _say_problems(self, problems: Sequence[Problem]) -> None:
        texts = self._context.texts
        if self._closed is not None:
            self.band.say(texts.problem(self._closed), "info")
        else:
            self.band.say("\n".join(texts.problem(one) for one in problems if one.field not in self._fields), "alarm")
        for name, field in self._fields.items():
            field.fault(next((texts.problem(one) for one in problems if one.field == name), ""))

    def submit(self) -> None:
        """Ask for what is typed, or say what is missing."""
        if self._closed is not None:
            return
        problems, draft = self._unreadable(), self._typed()
        if problems or draft is None:
            self.show_problems(problems)
        else:
            self.asked.emit(draft)


def picked_id(who: PickField) -> str:
    """Return the id of whoever is picked in a field for people, "" while nobody is."""
    return who.value.id if isinstance(who.value, Employee) else ""
