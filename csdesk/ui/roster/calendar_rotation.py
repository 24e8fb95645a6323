"""Asks for a rotation: a pattern of days that is repeated for people, each some days further on in it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.roster.calendar_codes import OFF, Codes, ShiftIds
from csdesk.ui.roster.calendar_week import ForWhom
from csdesk.ui.widgets.cards import Field, words
from csdesk.ui.widgets.day_field import DayField

_SHOWN = 14


class Rotation(NamedTuple):
    """What was chosen. pattern: the shifts of each of its days. shifted_by: days from one person to the next."""

    employee_ids: Sequence[str]
    first: date
    last: date
    pattern: Sequence[ShiftIds]
    shifted_by: int


def read_pattern(text: str, codes: Codes) -> list[ShiftIds] | str:
    """Return the shifts of each day of a pattern written as codes with blanks between; or the first that is none."""
    days = []
    for code in text.replace("，", " ").replace(",", " ").split():
        found = codes.exact(code)
        if found is None:
            return code
        days.append(found)
    return days


class RotationDialog(FormDialog):
    """The dialog. filled(Rotation): Enter, or the primary button."""

    def __init__(
        self, month: Month, codes: Codes, example: str, for_whom: ForWhom, now: Callable[[], datetime],
        texts: Callable[[], Texts], parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(parent, texts(), 520)
        self._codes = codes
        self._example = example
        self._hint = words(like="muted")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.pattern, self.shifted_by, self.for_whom = QLineEdit(), QSpinBox(), for_whom
        self.first, self.last = DayField(now, texts), DayField(now, texts)
        self.shifted_by.setRange(0, 31)
        self.shifted_by.lineEdit().setTextMargins(8, 0, 0, 0)
        self._labels = {"pattern": self.add_field("pattern", self.pattern)}
        days = QHBoxLayout()
        days.setSpacing(12)
        for name, edit in (("first", self.first), ("last", self.last)):
            field = self._labels[name] = Field(edit)
            self.register_field(name, field)
            days.addWidget(field)
        self.body.addLayout(days)
        self._labels["people"] = self.add_field("people", for_whom)
        self._labels["shifted_by"] = self.add_field("shifted_by", self.shifted_by)
        self._preview = words(like="hint")
        self._preview.setWordWrap(True)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        self.first.show_day(month.first)
        self.last.show_day(month.last)
        self.pattern.textChanged.connect(self._say_preview)
        self.shifted_by.valueChanged.connect(self._say_preview)
        self.retranslate()
        self.pattern.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Apply a rotation"))
        said = self.tr("Codes with blanks between, “{off}” for a day off: {example}. It replaces what is planned.")
        self._hint.setText(said.format(off=OFF, example=self._example))
        labels = {
            "pattern": self.tr("Pattern"),
            "first": self.tr("First day"),
            "last": self.tr("Last day"),
            "people": self.tr("For"),
            "shifted_by": self.tr("Days by which each person is further on than the one above"),
        }
        for name, field in self._labels.items():
            field.set_label(labels[name])
        self.pattern.setPlaceholderText(self._example)
        self.for_whom.retranslate()
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Apply"))
        self._say_preview()

    def _say_preview(self) -> None:
        """Show how the first two people begin."""
        pattern = read_pattern(self.pattern.text(), self._codes)
        if isinstance(pattern, str) or not pattern:
            self._preview.setText("")
            return
        codes = self.pattern.text().replace("，", " ").replace(",", " ").split()
        lines = []
        for place in range(2):
            days = [codes[(number + place * self.shifted_by.value()) % len(codes)] for number in range(_SHOWN)]
            lines.append(" ".join(days))
        said = self.tr("The first person: {first} …\nThe second person: {second} …")
        self._preview.setText(said.format(first=lines[0], second=lines[1]))

    @property
    def preview(self) -> str:
        """How the first two people begin, in codes."""
        return self._preview.text()

    def submit(self) -> None:
        pattern = read_pattern(self.pattern.text(), self._codes)
        problems = []
        if isinstance(pattern, str):
            problems.append(Problem.at("pattern", "roster.pattern-unread", typed=pattern))
        for name, edit in (("first", self.first), ("last", self.last)):
            if edit.day is None:
                problems.append(Problem.at(name, "date.unreadable", typed=edit.text().strip()))
        first, last = self.first.day, self.last.day
        if problems or isinstance(pattern, str) or first is None or last is None:
            self.show_problems(problems)
        else:
            self.filled.emit(Rotation(self.for_whom.people, first, last, pattern, self.shifted_by.value()))
