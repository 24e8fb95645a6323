"""A handover on file: what it says, what it left open, who has signed; with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.core.handover import Handover, OpenProblem
from csdesk.core.problem import Problem
from csdesk.ui import icons
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.duty.handover_words import HandoverWords
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.action_buttons import ActionButtons
from csdesk.ui.widgets.cards import Band, button, words


class HandoverRecord(Retranslated, QWidget):
    """The record. print_asked, new_asked: its buttons; what else can be done are the menu's actions."""

    print_asked = Signal()
    new_asked = Signal()

    def __init__(self, context: Context, said: HandoverWords, actions: DutyActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._words = said
        self._actions = actions
        self.record: Handover | None = None
        self._problems: Sequence[OpenProblem] = ()
        self._closed: Problem | None = None
        self._title = words(like="card-title")
        self.band = Band("info")
        self.new_button = button(quiet=True, icon=icons.icon("plus", "accent"))
        self.print_button = button(icon=icons.icon("printer"))
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._lay_out()
        self.new_button.clicked.connect(self.new_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.new_button)
        column.addLayout(head)
        column.addWidget(self.band)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for number in range(6):
            label, text = words(like="muted"), words()
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((label, text))
        column.addLayout(grid)
        column.addStretch(1)
        signing = ActionButtons((self._actions.sign_given, self._actions.sign_taken))
        column.addWidget(signing)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(ActionButtons((self._actions.refuse,)))
        row.addWidget(self.print_button)
        row.addStretch(1)
        column.addLayout(row)

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("New record"))
        self.print_button.setText(self.tr("Print…"))
        self.print_button.setToolTip(self.tr("Print this handover (Ctrl+P)"))
        self._say()

    def show_record(self, record: Handover, problems: Sequence[OpenProblem], closed: Problem | None) -> None:
        """Show a record. problems: what it named first. closed: why nothing can change, None where it can."""
        self.record, self._problems, self._closed = record, problems, closed
        self._say()

    def enable(self, *, is_front: bool) -> None:
        """Let the actions be done that can be, with the record in sight."""
        record = self.record if is_front and self._closed is None else None
        is_open = record is not None and not record.is_refused
        self._actions.sign_given.setEnabled(is_open and record is not None and record.given_at is None)
        self._actions.sign_taken.setEnabled(
            is_open and record is not None and record.given_at is not None and record.taken_at is None
        )
        self._actions.refuse.setEnabled(is_open and record is not None and record.taken_at is None)

    @property
    def said(self) -> list[str]:
        """What stands in the record, line by line, "label: text"."""
        return [f"{label.text()}: {text.text()}" for label, text in self._lines if not label.isHidden()]

    def _say(self) -> None:
        record = self.record
        if record is None:
            return
        said = self._words
        pair = said.pair(record.from_shift_id, record.to_shift_id)
        self._title.setText(f"{pair} · {said.day(record.day)} {record.time:%H:%M}")
        if record.refused_reason is not None:
            refused = self.tr("The relief refused this record: {reason}")
            self.band.say(refused.format(reason=record.refused_reason), "warning")
        else:
            self.band.say("" if self._closed is None else self._context.texts.problem(self._closed), "info")
        lines = (
            (self.tr("Equipment"), record.equipment),
            (self.tr("Problems"), "\n".join(self._problem(one) for one in self._problems)),
            (self.tr("Staff changes"), record.staff_changes),
            (self.tr("Notes"), record.notes),
            (self.tr("Handed over"), said.signature(record.given_by_id, record.given_at)),
            (self.tr("Taken over"), said.signature(record.taken_by_id, record.taken_at)),
        )
        for (label, text), (name, content) in zip(self._lines, lines, strict=True):
            label.setText(name)
            text.setText(content)
            label.setVisible(bool(content))
            text.setVisible(bool(content))

    def _problem(self, one: OpenProblem) -> str:
        if one.closed_on is None:
            return f"– {one.text}"
        closed = self.tr("closed {day}").format(day=self._words.day(one.closed_on))
        note = f": {one.closing_note}" if one.closing_note else ""
        return f"– {one.text} ({closed}{note})"
