"""The page Attendance: a day's sheet filled in by exception, what it leads to in the log, what lateness costs."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.core.incidents import Incident
from csdesk.core.problem import Problem
from csdesk.desk.attendance import AttendanceRow, Proposal
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui.duty.attendance_rows import SheetModel
from csdesk.ui.duty.attendance_sheet import SheetTable
from csdesk.ui.duty.attendance_words import AttendanceWords, Filled
from csdesk.ui.duty.day_bar import DayBar
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.duty.duty_page import DutyPage, Say, rule_of
from csdesk.ui.duty.late_wages_card import LateWagesCard
from csdesk.ui.duty.proposals_card import Offered, ProposalsCard
from csdesk.ui.messages import sentences
from csdesk.ui.models.table import Chip, Column
from csdesk.ui.page import Change, Context
from csdesk.ui.tokens import CARD_GAP, NARROW_PAGE
from csdesk.ui.widgets.cards import Band, Card, words
from csdesk.ui.widgets.search_field import SearchField

PANEL, NARROW_PANEL, SEARCH = 364, 324, 200


class AttendancePage(DutyPage):
    """The page."""

    def __init__(self, desk: Desk, context: Context, actions: DutyActions, say: Say, parent: QWidget) -> None:
        super().__init__(desk, context, actions, say, parent)
        self._words = AttendanceWords(self)
        self._waiting: frozenset[str] = frozenset()
        self._logged: frozenset[str] = frozenset()
        self._shown: date | None = None
        self._rows: Sequence[AttendanceRow] = ()
        self._build(context, actions)
        self.day_bar.day_asked.connect(self.go_to_day)
        self.search.asked.connect(self._search)
        self.search.left_down.connect(self._go_to_found)
        self.table.summary_changed.connect(self.summary)
        self.wages.table.summary_changed.connect(self.summary)
        self.table.itemDelegate().closeEditor.connect(self._catch_up)
        self.retranslate()

    def _build(self, context: Context, actions: DutyActions) -> None:
        """Make everything where it will stand: moving a card with all that is on it takes longer than making it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        self.card = Card(self)
        self.day_bar = DayBar(self.desk, context, actions)
        self.search = SearchField(self.card)
        self.search.setFixedWidth(SEARCH)
        self.card.head.addWidget(self.search)
        self.note = Band("info", self.card)
        self.table = SheetTable(context, self._record, self.card)
        self.sheet = SheetModel(self._columns())
        self.table.set_model(self.sheet)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        for widget in (self.note, self.table, self._hint):
            self.card.body.addWidget(widget, 1 if widget is self.table else 0)
        beside = self._beside = QWidget(self)
        beside.setFixedWidth(PANEL)
        self.proposals = ProposalsCard(beside)
        self.wages = LateWagesCard(context, beside)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.proposals, 5)
        column.addWidget(self.wages, 3)
        row.addWidget(self.card, 1)
        row.addWidget(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.setFixedWidth(NARROW_PANEL if self.width() < NARROW_PAGE else PANEL)

    def retranslate(self) -> None:
        self._hint.setText(
            self.tr("Type minutes into Late or Left early; space marks Absent; Enter goes on, Delete empties.")
        )
        self.sheet.set_columns(self._columns())
        if self._shown is not None:
            self.reload(Change.EVERYTHING)

    def _columns(self) -> list[Column[AttendanceRow]]:
        return [
            Column(self.tr("Who"), lambda row: row.employee.name, key="who", stretch=3,
                   tooltip=lambda row: f"{row.employee.name} · {row.employee.number}"),
            Column(self.tr("Number"), lambda row: row.employee.number, key="number", width=76, hidden=True),
            Column(self.tr("Shift"), self._codes, key="shift", width=60, chips=_chips, tooltip=self._times),
            Column(self.tr("Times"), self._times, key="times", width=96, tooltip=self._times),
            Column(self.tr("State"), self._state, key="state", width=160, tone=self._tone,
                   tooltip=self._state),
            Column(self.tr("Late"), lambda row: Filled.of(row).late, key="late", figure=True, sums=True, width=56,
                   text=lambda row: _minutes(Filled.of(row).late)),
            Column(self.tr("Left early"), lambda row: Filled.of(row).early, key="early", figure=True, sums=True,
                   width=72, text=lambda row: _minutes(Filled.of(row).early)),
            Column(self.tr("Absent"), lambda row: Filled.of(row).absent, key="absent", width=76,
                   text=lambda row: "", tooltip=lambda row: self.tr("Absent") if Filled.of(row).absent else ""),
            Column(self.tr("Note"), lambda row: Filled.of(row).note, key="note", stretch=2,
                   tooltip=lambda row: Filled.of(row).note),
        ]  # fmt: skip

    # What stands in a row

    def _codes(self, row: AttendanceRow) -> str:
        return " ".join(shift.code for shift in row.shifts)

    def _times(self, row: AttendanceRow) -> str:
        return ", ".join(f"{shift.start:%H:%M}–{shift.end:%H:%M}" for shift in row.shifts)

    def _state(self, row: AttendanceRow) -> str:
        return self._words.state(row, self._waiting, self._logged)

    def _tone(self, row: AttendanceRow) -> str:
        if row.employee.id in self._waiting:
            return "worse"
        is_exception = row.attendance is not None and not row.attendance.is_present
        return "text" if is_exception or row.leave is not None or not row.shifts else "muted"

    # What the tab calls

    def go_to_first(self) -> None:
        if self.sheet.total and not self.table.currentIndex().isValid():
            self.table.put_cursor(0, "late")
        (self.table if self.sheet.total else self.day_bar.field).setFocus()

    def start_new(self) -> bool:
        return False

    def go_to_proposals(self) -> None:
        """Put the cursor on the first entry to be logged."""
        if not self.proposals.go_to():
            self.say(self.tr("Nothing of this day is to be logged."))

    @property
    def is_free(self) -> bool:
        return not self.table.is_typing

    # Reading and showing

    def read(self) -> None:
        day = self.desk.attendance.day(self.day)
        self.sheet.readonly = self._readonly()
        cursor, had_focus = self.table.cursor_place(), self.table.hasFocus()
        if self._shown != self.day:
            self._shown, cursor = self.day, None
        self._rows = day.rows
        self._ask_proposals()
        self.sheet.set_rows(self._found())
        self._restore(cursor)
        self.day_bar.show_day(self.day)
        self.wages.show_wages(self.month, self.desk.attendance.wages(self.month))
        self._show_words()
        if had_focus and not self.sheet.total:
            self.day_bar.field.setFocus()

    def _readonly(self) -> Problem | None:
        if self.day > self.desk.today():
            return Problem.at("", "attendance.future", day=self.day)
        return self.closed

    def _restore(self, cursor: tuple[str, str] | None) -> None:
        """Put the cursor back to the person it was at, else into the first row."""
        if not self.sheet.total:
            return
        who, key = cursor or ("", "late")
        numbers = [n for n, row in enumerate(self.sheet.rows_at_hand()) if row.employee.id == who]
        self.table.put_cursor(numbers[0] if numbers else 0, key)

    def _found(self) -> Sequence[AttendanceRow]:
        """Return the rows of those who are searched for, everybody's where nobody is."""
        typed = self.search.text().strip()
        if not typed:
            return self._rows
        people = set(self.desk.people.find_ids(typed))
        return [row for row in self._rows if row.employee.id in people]

    def _search(self) -> None:
        cursor = self.table.cursor_place()
        self.sheet.set_rows(self._found())
        self._restore(cursor)
        self._show_words()

    def _go_to_found(self) -> None:
        """Go on to the first who was found, to fill in what there is to say of them."""
        if self.sheet.total:
            self.table.put_cursor(0, "late")
            self.table.setFocus()

    def _ask_proposals(self) -> None:
        proposals = self.desk.attendance.proposals(self.day)
        self._waiting = frozenset(proposal.employee.id for proposal in proposals)
        self._logged = frozenset(row.employee.id for row in self._rows if self._stands(row)) - self._waiting
        is_open = self.closed is None
        self.proposals.offer([self._offered(proposal) for proposal in proposals] if is_open else [])

    def _stands(self, row: AttendanceRow) -> bool:
        """Return whether the log holds the entry that the row led to."""
        record = row.attendance
        if record is None or record.is_present:
            return False
        linked = record.absent_incident_id if record.absent else record.late_incident_id
        entry = self.desk.incidents.get(linked) if linked is not None else None
        return entry is not None and not entry.incident.is_void

    def _offered(self, proposal: Proposal) -> Offered:
        texts, draft = self.context.texts, proposal.draft
        rule = rule_of(self.desk, draft)
        points: tuple[tuple[int, str], ...] = ()
        if rule is not None:
            step = -1 if rule.hardest < rule.mildest else 1
            chosen = range(rule.mildest, rule.hardest + step, step)
            points = tuple((n, texts.points(n, signed=True)) for n in chosen)
        title = f"{draft.code}  {texts.of(rule.title)}" if rule is not None else draft.code
        why = self._words.deeds(proposal.attendance)
        return Offered(proposal.employee.name, why, title, draft.code, points, partial(self._confirm, proposal))

    def _show_words(self) -> None:
        texts, rows, shown = self.context.texts, self._rows, self.sheet.total
        title = self.tr("{weekday}, {day}").format(weekday=self.day_bar.weekday(), day=texts.day(self.day))
        count = self.tr("1 person") if len(rows) == 1 else self.tr("{count} people").format(count=len(rows))
        if shown < len(rows):
            count = self.tr("{count} of {all} people").format(count=shown, all=len(rows))
        records = [row.attendance for row in rows if row.attendance is not None]
        late, absent = sum(1 for one in records if one.late), sum(1 for one in records if one.absent)
        parts = [count]
        if late:
            parts.append(self.tr("{count} late").format(count=late))
        if absent:
            parts.append(self.tr("{count} absent").format(count=absent))
        self.card.set_title(title, " · ".join(parts) if rows else "")
        readonly = self.sheet.readonly
        self.note.say("" if readonly is None else texts.problem(readonly))
        self._hint.setVisible(bool(rows) and readonly is None)
        if rows:
            hint = self.tr("Search by name, pinyin, initials or number; Esc empties the search.")
            self.table.set_empty(self.tr("Nobody with a shift on this day fits"), hint)
        else:
            hint = self.tr("The sheet has a row for everybody on the roster: plan the day under Roster, Shifts.")
            self.table.set_empty(self.tr("Nobody has a shift on this day"), hint)

    # Filling in and logging

    def _record(self, row: AttendanceRow, filled: Filled) -> str:
        before = row.attendance
        try:
            outcome = self.desk.attendance.record(
                row.employee.id, self.day, filled.late, filled.early, filled.absent, filled.note,
                None if before is None else before.rev,
            )  # fmt: skip
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return ""
        if isinstance(outcome, list):
            return " ".join(sentences(outcome, self.context.texts))
        fresh = row._replace(attendance=outcome if outcome.id else None)
        self.sheet.replace_row(fresh)
        self._rows = [fresh if one.employee.id == fresh.employee.id else one for one in self._rows]
        self._ask_proposals()
        self.sheet.show_anew()
        self.wages.show_wages(self.month, self.desk.attendance.wages(self.month))
        self._show_words()
        return ""

    def _confirm(self, proposal: Proposal, points: int | None, _who: str | None) -> None:
        try:
            outcome = self.desk.attendance.confirm(proposal, points)
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, Incident):
            self.say_logged(outcome)
            if not self.proposals.rows:
                self.go_to_first()
            return
        self.context.ask.sorry(self.tr("Not logged"), outcome)
        self.read()


def _chips(row: AttendanceRow) -> list[Chip]:
    return [Chip(shift.code, f"shift-{shift.colour}") for shift in row.shifts]


def _minutes(minutes: int) -> str:
    return str(minutes) if minutes else ""
