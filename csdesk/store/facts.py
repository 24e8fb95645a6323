"""What a month's appraisal needs beside the log: tests, figures, complaints, adjustments, strikes."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from csdesk.core.appraisal import Adjustment, Complaint, SkillTest, Strike, Workload
from csdesk.core.month import Month
from csdesk.store.columns import day_of, decimal_of, flag_of, hundredths, maybe_day_of, month_of
from csdesk.store.complaints import ComplaintRecord, complaint_facts, complaint_record, next_number
from csdesk.store.database import Database, Made, Value
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import ADJUSTMENT, COMPLAINT, SKILL_TEST, STRIKE, WORKLOAD, Table


class Facts:
    """The facts of months; every reading may be restricted to one person."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def _in_days(
        self, make: Callable[[Any], Made], table: Table, column: str, month: Month, employee_id: str | None
    ) -> list[Made]:
        """Return what `make` makes of a table's rows with a day in `month`, by day, then id."""
        values: list[Value] = [month.first.isoformat(), month.last.isoformat()]
        where = f"WHERE {column} >= ? AND {column} <= ?"
        if employee_id is not None:
            where += " AND employee_id = ?"
            values.append(employee_id)
        return self._db.read(make, f"{table.select} {where} ORDER BY {column}, id", values)

    def _of_month(
        self, make: Callable[[Any], Made], table: Table, month: Month, employee_id: str | None, also: str = ""
    ) -> list[Made]:
        """Return what `make` makes of a table's rows of `month`, by person, then id."""
        values: list[Value] = [str(month)]
        where = f"WHERE month = ? {also}"
        if employee_id is not None:
            where += " AND employee_id = ?"
            values.append(employee_id)
        return self._db.read(make, f"{table.select} {where} ORDER BY employee_id, id", values)

    def tests_in(self, month: Month, employee_id: str | None = None) -> list[SkillTest]:
        """Return the skill tests of a month, by day."""
        return self._in_days(_test, SKILL_TEST, "day", month, employee_id)

    def workloads_in(self, month: Month, employee_id: str | None = None) -> list[Workload]:
        """Return the figures of workload and quality of a month."""
        return self._of_month(_workload, WORKLOAD, month, employee_id)

    def complaints_in(self, month: Month, employee_id: str | None = None) -> list[Complaint]:
        """Return the complaints received in a month, as far as the appraisal needs them."""
        return self._in_days(_complaint, COMPLAINT, "received", month, employee_id)

    def complaint_records_in(self, month: Month, employee_id: str | None = None) -> list[ComplaintRecord]:
        """Return the complaints received in a month, whole."""
        return self._in_days(complaint_record, COMPLAINT, "received", month, employee_id)

    def adjustments_in(self, month: Month, employee_id: str | None = None) -> list[Adjustment]:
        """Return the adjustments of a month that are in force."""
        return self._of_month(_adjustment, ADJUSTMENT, month, employee_id, "AND withdrawn_at IS NULL")

    def strikes_in(self, month: Month, employee_id: str | None = None) -> list[Strike]:
        """Return the strikes of a month that are in force."""
        return self._of_month(_strike, STRIKE, month, employee_id, "AND lifted_at IS NULL")

    def first_complaint_month(self) -> Month | None:
        """Return the month of the first complaint on the register, or None while it is empty."""
        sql = "SELECT min(received) FROM complaint"
        day = self._db.read_first(lambda row: maybe_day_of(row[0]), sql)
        return None if day is None else Month.of(day)

    def workload_maxima(self, month: Month) -> tuple[Decimal, Decimal] | None:
        """Return the team's greatest workload and greatest quality of a month; None while there are no figures."""
        sql = "SELECT max(workload), max(quality) FROM workload WHERE month = ?"
        row: tuple[Any, ...] | None = self._db.first(sql, (str(month),))
        return None if row is None or row[0] is None else (decimal_of(row[0]), decimal_of(row[1]))

    def add_test(self, test: SkillTest, act: Act) -> SkillTest:
        """Store a skill test; return it with its id (made here where empty)."""
        key = test.id or new_id()
        marks = hundredths(test.score), hundredths(test.full)
        self._journal.add(SKILL_TEST, key, (test.employee_id, test.day.isoformat(), *marks, 0), act)
        return SkillTest(key, test.employee_id, test.day, test.score, test.full)

    def put_workload(self, workload: Workload, act: Act) -> Workload:
        """Store somebody's figures of a month, in place of earlier ones; return them with their id."""
        facts = {"workload": hundredths(workload.workload), "quality": hundredths(workload.quality)}
        with self._db.atomic():
            earlier = self.workloads_in(workload.month, workload.employee_id)
            if earlier:
                key = earlier[0].id
                same = (earlier[0].workload, earlier[0].quality) == (workload.workload, workload.quality)
                if not same:
                    self._journal.change(WORKLOAD, key, facts, act)
            else:
                key = workload.id or new_id()
                row = (workload.employee_id, str(workload.month), facts["workload"], facts["quality"], 0)
                self._journal.add(WORKLOAD, key, row, act)
        return Workload(key, workload.employee_id, workload.month, workload.workload, workload.quality)

    def add_complaint(self, complaint: ComplaintRecord, act: Act) -> ComplaintRecord:
        """Store a complaint under the next number of its month; return it with id and number."""
        with self._db.atomic():
            number = next_number(self._db, Month.of(complaint.received))
            key, facts = complaint.id or new_id(), complaint_facts(complaint, number, 0)
            self._journal.add(COMPLAINT, key, facts, act)
        return complaint_record((key, *facts))

    def change_complaint(self, complaint: ComplaintRecord, act: Act) -> ComplaintRecord | None:
        """Store a changed complaint (its number stays); None if it was changed since it was read."""
        facts = dict(zip(COMPLAINT.facts, complaint_facts(complaint, "", complaint.rev), strict=True))
        del facts["number"]
        row = self._journal.change(COMPLAINT, complaint.id, facts, act, rev=complaint.rev)
        return None if row is None else complaint_record(row)

    def get_complaint(self, complaint_id: str) -> ComplaintRecord | None:
        """Return one complaint, or None."""
        return self._db.read_first(complaint_record, f"{COMPLAINT.select} WHERE id = ?", (complaint_id,))

    def add_adjustment(self, adjustment: Adjustment, act: Act) -> Adjustment | None:
        """Store an adjustment; None if one is in force for the person and month already."""
        with self._db.atomic():
            if self.adjustments_in(adjustment.month, adjustment.employee_id):
                return None
            key = adjustment.id or new_id()
            row = (adjustment.employee_id, str(adjustment.month), adjustment.points, adjustment.reason, act.by,
                   act.moment, None, None, None, 0)  # fmt: skip
            self._journal.add(ADJUSTMENT, key, row, act)
        return _adjustment((key, *row))

    def withdraw_adjustment(self, adjustment_id: str, rev: int, reason: str, act: Act) -> bool:
        """Withdraw an adjustment; False if it was changed or withdrawn since it was read."""
        changes = {"withdrawn_by": act.by, "withdrawn_at": act.moment, "withdraw_reason": reason}
        return (
            self._journal.change(ADJUSTMENT, adjustment_id, changes, act, rev=rev, while_empty="withdrawn_at")
            is not None
        )

    def add_strike(self, strike: Strike, act: Act) -> Strike | None:
        """Strike an automatic line; None if it is struck already."""
        with self._db.atomic():
            if any(other.key == strike.key for other in self.strikes_in(strike.month, strike.employee_id)):
                return None
            key = strike.id or new_id()
            row = (strike.employee_id, str(strike.month), strike.key, strike.reason, act.by, act.moment, None, None,
                   None, 0)  # fmt: skip
            self._journal.add(STRIKE, key, row, act)
        return _strike((key, *row))

    def lift_strike(self, strike_id: str, reason: str, act: Act) -> bool:
        """Put a struck line back; False if that was done already."""
        changes = {"lifted_by": act.by, "lifted_at": act.moment, "lift_reason": reason}
        return self._journal.change(STRIKE, strike_id, changes, act, while_empty="lifted_at") is not None


def _test(row: tuple[Any, ...]) -> SkillTest:
    return SkillTest(row[0], row[1], day_of(row[2]), decimal_of(row[3]), decimal_of(row[4]))


def _complaint(row: tuple[Any, ...]) -> Complaint:
    return Complaint(row[0], row[3], day_of(row[2]), flag_of(row[4]))


def _workload(row: tuple[Any, ...]) -> Workload:
    return Workload(row[0], row[1], month_of(row[2]), decimal_of(row[3]), decimal_of(row[4]))


def _adjustment(row: tuple[Any, ...]) -> Adjustment:
    return Adjustment(row[0], row[1], month_of(row[2]), row[3], row[4], row[5], row[6], row[10])


def _strike(row: tuple[Any, ...]) -> Strike:
    return Strike(row[0], row[1], month_of(row[2]), row[3], row[4], row[5], row[6])
