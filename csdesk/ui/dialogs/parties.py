"""Asks which of the two parties of a swap: who has signed, or who is charged; and on which day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import words
from csdesk.ui.widgets.day_field import DayField


class Party(NamedTuple):
    """One of the two. key: what is handed back of whoever is ticked."""

    key: str
    name: str


class Parties(NamedTuple):
    """Who was ticked, and the day; None where none was asked for."""

    keys: tuple[str, ...]
    day: date | None


class Asked(NamedTuple):
    """The words of the dialog: what it is for, what it is about, what comes of it, what its button says."""

    title: str
    about: str
    hint: str
    verb: str
    day: str = ""


class PartiesDialog(FormDialog):
    """The dialog. filled(Parties): Enter, or the primary button.

    offered: who can be ticked; all are where `ticked`. A day is asked for where `asked` names it.
    """

    def __init__(
        self,
        asked: Asked,
        offered: Sequence[Party],
        desk: Desk,
        context: Context,
        parent: QWidget | None,
        *,
        ticked: bool = True,
    ) -> None:
        super().__init__(parent, context.texts)
        self.set_heading(asked.title)
        about = words(asked.about, like="muted")
        about.setWordWrap(True)
        self.body.addWidget(about)
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.boxes: list[tuple[Party, QCheckBox]] = []
        for party in offered:
            box = QCheckBox(party.name)
            box.setChecked(ticked)
            column.addWidget(box)
            self.boxes.append((party, box))
        self._who = self.add_field("who", who)
        self.day: DayField | None = None
        if asked.day:
            self.day = DayField(desk.now, lambda: context.texts)
            self.day.show_day(desk.today())
            self.add_field("day", self.day).set_label(asked.day)
        hint = words(asked.hint, like="hint")
        hint.setWordWrap(True)
        hint.setVisible(bool(asked.hint))
        self.body.addWidget(hint)
        self.done_button.setText(asked.verb)
        self.retranslate()
        self.boxes[0][1].setFocus()

    def retranslate(self) -> None:
        self._who.set_label(self.tr("Who"))
        self.cancel_button.setText(self.tr("Cancel"))

    def submit(self) -> None:
        keys = tuple(party.key for party, box in self.boxes if box.isChecked())
        problems = [] if keys else [Problem.at("who", "employee.missing")]
        if self.day is not None and self.day.day is None:
            problems.append(Problem.at("day", "date.unreadable", typed=self.day.text().strip()))
        if problems:
            self.show_problems(problems)
        else:
            self.filled.emit(Parties(keys, self.day.day if self.day is not None else None))
