"""What a supervisor decides at month-end: adjust, strike, put back, mark as signed, close; each asked, done, told."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.appraisal import Adjustment, Sheet
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.months import Closing, MonthView
from csdesk.ui.appraisal.checklist import CheckName, CheckState, checks
from csdesk.ui.appraisal.line_words import SheetLine
from csdesk.ui.appraisal.reading import MonthReading, SheetRow
from csdesk.ui.dialogs.adjust import AdjustDialog, Given, adjustment_line
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.dialogs.signed import SignedDialog
from csdesk.ui.dialogs.strike import StrikeDialog
from csdesk.ui.page import Change, Context

Outcome = TypeVar("Outcome")


class Deciding(QObject):
    """Opens the dialogs and does what they were filled with. said(text, undo or None): a message for the page."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._context = context

    # Adjusting

    def adjust(self, sheet: Sheet, view: MonthView) -> AdjustDialog:
        """Ask for the discretionary points of `sheet`'s person."""
        dialog = AdjustDialog(sheet, view.result.rulebook.month, self._context.texts, self._window)
        dialog.filled.connect(partial(self._adjust, dialog))
        dialog.withdraw_asked.connect(partial(self._withdraw, dialog))
        dialog.open()
        return dialog

    def _adjust(self, dialog: AdjustDialog, given: Given) -> None:
        months, sheet = self._desk.months, dialog.sheet
        who, month, seen = sheet.employee, sheet.month, dialog.seen
        outcome = self._act(lambda: months.adjust(who.id, month, given.points, given.reason, seen=seen))
        self._show_what_overtook(dialog, _problems(outcome))
        if self._is_done(dialog, _problems(outcome)) and isinstance(outcome, Adjustment):
            said = self.tr("{name} adjusted by {points}.")
            points = self._context.texts.points(given.points, signed=True)
            self.said.emit(said.format(name=who.name, points=points), partial(self._unadjust, sheet, outcome.id))

    def _withdraw(self, dialog: AdjustDialog, reason: str) -> None:
        months, sheet = self._desk.months, dialog.sheet
        who, month, seen = sheet.employee, sheet.month, dialog.seen or ""
        problems = self._do(lambda: months.withdraw_adjustment(who.id, month, reason, seen=seen))
        self._show_what_overtook(dialog, problems)
        if self._is_done(dialog, problems):
            said = self.tr("{name}'s adjustment is withdrawn.").format(name=who.name)
            self.said.emit(said, partial(self._unadjust, sheet, None))

    def _show_what_overtook(self, dialog: AdjustDialog, problems: list[Problem] | None) -> None:
        """Where another window was first, let `dialog` show what it gave; what was typed stays."""
        if any(problem.code in {"adjustment.stale", "adjustment.none"} for problem in problems or ()):
            months, before = self._desk.months, dialog.sheet
            now = self._act(lambda: months.running(before.employee.id, before.month))
            if isinstance(now, Sheet):
                dialog.show_sheet(now)

    def _unadjust(self, before: Sheet, seen: str | None) -> None:
        """Bring back the adjustment that `before` had, or none. seen: id of the one that took its place."""
        months, who, month = self._desk.months, before.employee, before.month
        line = adjustment_line(before)
        if line is not None:
            problems = self._do(lambda: months.adjust(who.id, month, line.points, line.note, seen=seen))
        else:
            reason = self._taken_back()
            problems = self._do(lambda: months.withdraw_adjustment(who.id, month, reason, seen=seen or ""))
        self._tell_undone(problems)

    # Striking

    def strike(self, sheet: Sheet, row: SheetLine, detail: Sequence[str]) -> StrikeDialog:
        """Ask for the reason to strike an automatic line, or to put it back. detail: the line in sentences."""
        puts_back = row.strike is not None
        dialog = StrikeDialog(sheet.employee.name, detail, self._context.texts, self._window, puts_back=puts_back)
        dialog.filled.connect(partial(self._strike, dialog, sheet, row))
        dialog.open()
        return dialog

    def _strike(self, dialog: FormDialog, sheet: Sheet, row: SheetLine, reason: str) -> None:
        months, who, month, key = self._desk.months, sheet.employee, sheet.month, row.line.key
        if row.strike is not None:
            problems = self._do(lambda: months.unstrike(who.id, month, key, reason))
            undo = partial(self._undo_strike, months.strike, sheet, row, row.strike.reason)
            said = self.tr("{code} stands again on {name}'s sheet.")
        else:
            problems = self._do(lambda: months.strike(who.id, month, key, reason))
            undo = partial(self._undo_strike, months.unstrike, sheet, row, self._taken_back())
            said = self.tr("{code} is struck from {name}'s sheet.")
        if self._is_done(dialog, problems):
            self.said.emit(said.format(code=row.line.code, name=who.name), undo)

    def _undo_strike(
        self, act: Callable[[str, Month, str, str], list[Problem]], sheet: Sheet, row: SheetLine, reason: str
    ) -> None:
        self._tell_undone(self._do(lambda: act(sheet.employee.id, sheet.month, row.line.key, reason)))

    # Signed sheets

    def sign(self, month: Month, rows: Sequence[SheetRow]) -> SignedDialog:
        """Ask for the day on which the sheets of `rows` came back; those never printed are left out, and named."""
        printed = [row for row in rows if row.mark is not None]
        dialog = SignedDialog(
            [row.sheet.employee.name for row in printed],
            [row.sheet.employee.name for row in rows if row.mark is None],
            [row.sheet.employee.name for row in printed if row.mark is not None and row.mark.stale],
            self._desk.now,
            self._context.texts,
            self._window,
        )
        dialog.filled.connect(partial(self._sign, dialog, month, [row.sheet.employee.id for row in printed]))
        dialog.open()
        return dialog

    def _sign(self, dialog: FormDialog, month: Month, employee_ids: Sequence[str], day: date) -> None:
        problems = self._do(lambda: self._desk.papers.sign(month, employee_ids, day))
        if self._is_done(dialog, problems):
            one = self.tr("1 sheet marked as signed.")
            many = self.tr("{count} sheets marked as signed.").format(count=len(employee_ids))
            self.said.emit(one if len(employee_ids) == 1 else many, None)

    # Closing the month

    def close(self, reading: MonthReading) -> None:
        """Ask whether the month is to be closed, or say why it cannot be yet."""
        result = reading.view.result
        month, name = result.month, self._context.texts.month(result.month)
        title = self.tr("Close {month}").format(month=name)
        if self._desk.today() < month.last:
            self._context.ask.sorry(title, [Problem.at("month", "month.not-over", month=month, day=month.last)])
            return
        said = [
            self.tr(
                "Closing keeps the result of {month} as it stands now: from then on no entry, adjustment or strike "
                "of the month can change, and sheets printed afterwards carry a check code. "
                "Only the manager can reopen it."
            ).format(month=name)
        ]
        still_open = self._still_open(reading)
        if still_open:
            said.append(self.tr("Still open: {things}.").format(things=self.tr(", ").join(still_open)))
        self._context.ask.confirm(title, "\n\n".join(said), self.tr("Close the month"), partial(self._close, month))

    def _still_open(self, reading: MonthReading) -> list[str]:
        found = {check.name: check for check in checks(reading)}
        sentences = {
            CheckName.COMPLAINTS: (self.tr("1 complaint undecided"), self.tr("{count} complaints undecided")),
            CheckName.PRINTED: (self.tr("1 sheet not printed"), self.tr("{count} sheets not printed")),
            CheckName.STALE: (self.tr("1 printed sheet stale"), self.tr("{count} printed sheets stale")),
            CheckName.SIGNED: (self.tr("1 sheet not signed"), self.tr("{count} sheets not signed")),
        }
        still_open = []
        for name, (one, many) in sentences.items():
            check = found.get(name)
            if check is not None and check.state is not CheckState.DONE:
                count = check.count if check.of is None else check.of - check.count
                still_open.append(one if count == 1 else many.format(count=count))
        return still_open

    def _close(self, month: Month) -> None:
        name = self._context.texts.month(month)
        problems = self._do(lambda: self._desk.months.close(month))
        if problems:
            self._context.ask.sorry(self.tr("{month} is not closed").format(month=name), problems)
        elif problems is not None:
            self.said.emit(self.tr("{month} is closed.").format(month=name), None)

    # What all have in common

    def _do(self, act: Callable[[], Adjustment | Closing | list[Problem]]) -> list[Problem] | None:
        """Do `act`; return what is wrong, nothing where it is done, None where the world failed, which is told."""
        return _problems(self._act(act))

    def _act(self, act: Callable[[], Outcome]) -> Outcome | None:
        """Do `act` and return what came of it; None where the world failed, which is told."""
        try:
            outcome = act()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return None
        if not _problems(outcome):
            self._context.refresh.announce(Change.MONTHS)
        return outcome

    def _is_done(self, dialog: FormDialog, problems: list[Problem] | None) -> bool:
        """Close the dialog where all went well, else say in it what is wrong."""
        if problems:
            dialog.show_problems(problems)
        elif problems is not None:
            dialog.accept()
        return problems is not None and not problems

    def _tell_undone(self, problems: list[Problem] | None) -> None:
        if problems:
            self._context.ask.sorry(self.tr("Could not be undone"), problems)
        elif problems is not None:
            self.said.emit(self.tr("Undone."), None)

    def _taken_back(self) -> str:
        return self.tr("Undone at once")


def _problems(outcome: object) -> list[Problem] | None:
    """Return what is wrong, nothing where all went well; None stays None."""
    return outcome if outcome is None or isinstance(outcome, list) else []
