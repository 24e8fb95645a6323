"""Asks which week of the roster is copied to which, and for whom."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from csdesk.core.employee import Employee
from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import Field, words
from csdesk.ui.widgets.day_field import DayField


class ForWhom(QComboBox):
    """Chooses among the people that are selected, and all that are shown."""

    def __init__(self, selected: Sequence[Employee], shown: Sequence[Employee], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = [selected, shown]
        self.retranslate()
        # One row is selected wherever the cursor stands; that is no choice yet.
        self.setCurrentIndex(0 if len(selected) > 1 else 1)

    def retranslate(self) -> None:
        """Name the choices."""
        chosen = self.currentIndex()
        selected, shown = self._groups
        self.clear()
        one = selected[0].name if len(selected) == 1 else ""
        self.addItem(one or self.tr("the {count} selected people").format(count=len(selected)))
        self.addItem(self.tr("all {count} people that are shown").format(count=len(shown)))
        self.setCurrentIndex(chosen)

    @property
    def people(self) -> list[str]:
        """The ids of the chosen people, from top to bottom."""
        return [person.id for person in self._groups[self.currentIndex()]]


class WeekCopy(NamedTuple):
    """What was chosen; both days are Mondays."""

    from_monday: date
    to_monday: date
    employee_ids: Sequence[str]


def monday_of(day: date) -> date:
    """Return the Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


class CopyWeekDialog(FormDialog):
    """The dialog. filled(WeekCopy): Enter, or the primary button. monday: of the week with the cursor."""

    def __init__(
        self, monday: date, for_whom: ForWhom, now: Callable[[], datetime], texts: Callable[[], Texts],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(parent, texts(), 480)
        self._hint = words(like="muted")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.source, self.target = DayField(now, texts), DayField(now, texts)
        self.for_whom = for_whom
        self._labels = {name: Field(edit) for name, edit in (("from", self.source), ("to", self.target))}
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in self._labels.items():
            self.register_field(name, field)
            row.addWidget(field)
        self.body.addLayout(row)
        self._people = self.add_field("people", for_whom)
        self.body.addStretch(1)
        self.source.show_day(monday)
        self.target.show_day(monday + timedelta(days=7))
        self.retranslate()
        self.source.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Copy a week"))
        self._hint.setText(
            self.tr("What is planned from Monday to Sunday replaces what stands in the other week. It can be undone.")
        )
        self._labels["from"].set_label(self.tr("From the week of"))
        self._labels["to"].set_label(self.tr("To the week of"))
        self._people.set_label(self.tr("For"))
        self.for_whom.retranslate()
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Copy the week"))

    def submit(self) -> None:
        days = {name: edit.day for name, edit in (("from", self.source), ("to", self.target))}
        typed = {"from": self.source.text().strip(), "to": self.target.text().strip()}
        problems = [Problem.at(name, "date.unreadable", typed=typed[name]) for name, day in days.items() if day is None]
        source, target = days["from"], days["to"]
        if source is not None and target is not None and monday_of(source) == monday_of(target):
            problems.append(Problem.at("to", "roster.same-week", monday=monday_of(target)))
        if problems or source is None or target is None:
            self.show_problems(problems)
        else:
            self.filled.emit(WeekCopy(monday_of(source), monday_of(target), self.for_whom.people))
