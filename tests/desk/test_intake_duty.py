"""Importing shifts, roster, swaps, leave and attendance, from real workbooks onto a real file."""

import datetime
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from csdesk.core.attendance import Attendance
from csdesk.core.employee import Employee
from csdesk.core.leave import LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.core.swap import SwapState
from csdesk.core.swaps import applied
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.desk.intake import IntakeOvertakenError
from csdesk.desk.intake_check import IntakeCheck, check_intake
from csdesk.render.intake_book import read_intake
from csdesk.store.files import Store, open_store
from csdesk.store.journal import Act
from csdesk.texts import Texts
from tests.desks import CHINA, NOW, again, logged, somebody
from tests.render.books import Rows, a_workbook, saved

SHIFT_HEAD = ("code", "start", "end", "break")
EARLY = ("A", "06:00", "14:00", 30)
LATE = ("B", "14:00", "22:00", 30)
NIGHT = ("N", "22:00", "06:00", 30)
ROSTER_HEAD = ("date", "number", "shift")
SWAP_HEAD = ("number_a", "day_a", "number_b", "day_b", "reason", "signed_a", "signed_b", "approved", "approved_on")
LEAVE_HEAD = ("number", "from", "to", "type", "approved")
ATTENDANCE_HEAD = ("date", "number", "late", "early", "absent")
YES = ("yes", "yes", "yes")
NOVEMBER = Month(2026, 11)


def nov(day: int) -> date:
    return date(2026, 11, day)


def the_check(desk: Desk, folder: Path, sheets: dict[str, Rows]) -> IntakeCheck:
    reading = read_intake(saved(a_workbook(**sheets), folder))
    return check_intake(reading, desk.intake.basis(reading))


def imported(desk: Desk, folder: Path, **sheets: Rows) -> dict[str, tuple[int, int, int]]:
    """Import a workbook; return how many rows of each sheet were new, changed and known."""
    check = the_check(desk, folder, sheets)
    assert check.faults == ()
    steps = list(desk.intake.commit(check.plan))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert all(done <= total for done, total in steps)
    assert desk.check() == []
    return {count.title: (count.new, count.changed, count.known) for count in check.counts}


def faults(desk: Desk, folder: Path, **sheets: Rows) -> list[tuple[str, str]]:
    """Return place and code of every fault, each a whole sentence in both languages."""
    check = the_check(desk, folder, sheets)
    for fault in check.faults:
        for texts in (Texts("en"), Texts("zh")):
            assert "{" not in texts.say(fault.text, **fault.detail)
    return [(f"{fault.sheet}!{fault.cell}", fault.code) for fault in check.faults]


def filed(desk: Desk) -> Store:
    """Open the file once more, to look at what stands in it."""
    return open_store(desk.path)


def shifts_of(desk: Desk) -> dict[str, Shift]:
    return {shift.code: shift for shift in filed(desk).shifts.all()}


def roster_of(desk: Desk, *, worked: bool = False) -> dict[tuple[str, date], str]:
    """Return the codes of every cell, by employee's number and day."""
    store = filed(desk)
    codes = {shift.id: shift.code for shift in store.shifts.all()}
    numbers = {employee.id: employee.number for employee in store.people.all()}
    cells = store.roster.between(date(2020, 1, 1), date(2030, 1, 1))
    shown = applied(cells, store.swaps.all()) if worked else cells
    return {(numbers[who], day): "/".join(codes[one] for one in ids) for (who, day), ids in shown.items()}


def an_act(desk: Desk) -> Act:
    return Act("sun", NOW.astimezone(datetime.UTC), "test")


@pytest.fixture
def team(desk: Desk) -> tuple[Employee, Employee, Employee]:
    return somebody(desk, "0101", "李娜"), somebody(desk, "0102", "王芳"), somebody(desk, "0103", "张伟")


@pytest.fixture
def rostered(desk: Desk, team: Sequence[Employee], tmp_path: Path) -> Desk:
    """A desk with three shifts, where 0101 works A and 0102 works B every day from the 2nd to the 13th."""
    days = [nov(number) for number in range(2, 14)]
    imported(
        desk, tmp_path,
        Shifts=[SHIFT_HEAD, EARLY, LATE, NIGHT],
        Roster=[ROSTER_HEAD, *([day, "0101", "A"] for day in days), *([day, "0102", "B"] for day in days)],
    )  # fmt: skip
    return desk


class TestShifts:
    def test_new_ones_get_a_colour_in_turn(self, desk: Desk, tmp_path: Path) -> None:
        assert imported(desk, tmp_path, Shifts=[SHIFT_HEAD, EARLY, LATE, NIGHT]) == {"Shifts": (3, 0, 0)}
        shifts = shifts_of(desk)
        assert [shifts[code].colour for code in "ABN"] == ["blue", "green", "amber"]
        assert (shifts["N"].start, shifts["N"].crosses_midnight) == (datetime.time(22), True)

    def test_other_times_are_an_update_that_keeps_the_rest(self, desk: Desk, tmp_path: Path) -> None:
        needs = (2, 2, 2, 2, 2, 1, 1)
        desk.shifts.add(ShiftDraft("a", datetime.time(6), datetime.time(14), 15, "rose", needs, cleans=True))
        assert imported(desk, tmp_path, Shifts=[SHIFT_HEAD, ("Ａ", "07:00", "15:00", 30)]) == {"Shifts": (0, 1, 0)}
        (shift,) = filed(desk).shifts.all()
        assert shift[1:8] == ("a", datetime.time(7), datetime.time(15), 30, "rose", needs, True)

    def test_without_a_column_for_it_the_break_stays(self, desk: Desk, tmp_path: Path) -> None:
        imported(desk, tmp_path, Shifts=[SHIFT_HEAD, EARLY])
        imported(desk, tmp_path, Shifts=[("code", "start", "end"), ("A", "07:00", "15:00")])
        assert shifts_of(desk)["A"].break_minutes == 30

    def test_what_stands_there_is_known_and_a_retired_one_stays_retired(self, desk: Desk, tmp_path: Path) -> None:
        shift = desk.shifts.add(ShiftDraft("A", datetime.time(6), datetime.time(14), 30))
        assert isinstance(shift, Shift)
        desk.shifts.retire(shift.id, shift.rev)
        assert imported(desk, tmp_path, Shifts=[SHIFT_HEAD, EARLY]) == {"Shifts": (0, 0, 1)}
        imported(desk, tmp_path, Shifts=[SHIFT_HEAD, ("A", "07:00", "15:00", 30)])
        assert shifts_of(desk)["A"].retired

    def test_times_that_a_closed_month_rests_on_are_a_fault_in_their_cell(self, rostered: Desk, tmp_path: Path) -> None:
        moved = [SHIFT_HEAD, ("A", "06:00", "15:00", 30), ("B", "14:00", "22:00", 45), ("N", "21:00", "06:00", 30)]
        with again(rostered, now=datetime.datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
            later.months.close(NOVEMBER)
            told = [("Shifts!C2", "shift.times-closed"), ("Shifts!D3", "shift.times-closed")]
            assert faults(later, tmp_path, Shifts=moved) == told
            assert imported(later, tmp_path, Shifts=[SHIFT_HEAD, EARLY, ("B2", "14:00", "22:00", 45), moved[3]]) == {
                "Shifts": (1, 1, 1)
            }

    def test_times_that_an_approved_swap_was_judged_by_are_a_fault_in_their_cell(
        self, rostered: Desk, tmp_path: Path
    ) -> None:
        imported(rostered, tmp_path, Swaps=[SWAP_HEAD, ("0101", nov(10), "0103", "", "", *YES, "")])
        moved = [SHIFT_HEAD, ("A", "05:00", "14:00", 30), ("B", "14:00", "23:00", 30)]
        assert faults(rostered, tmp_path, Shifts=moved) == [("Shifts!B2", "shift.times-swapped")]

    def test_a_month_that_is_closed_while_other_times_wait_keeps_them_out(self, rostered: Desk, tmp_path: Path) -> None:
        with again(rostered, now=datetime.datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
            check = the_check(later, tmp_path, {"Shifts": [SHIFT_HEAD, ("A", "06:00", "15:00", 30)]})
            assert check.faults == ()
            later.months.close(NOVEMBER)
            with pytest.raises(IntakeOvertakenError):
                list(later.intake.commit(check.plan))

    def test_faults_stand_in_their_cells(self, desk: Desk, tmp_path: Path) -> None:
        rows = [SHIFT_HEAD, EARLY, ("a", "07:00", "15:00", 0), ("x/y", "06:00", "14:00", 0),
                ("C", "06:00", "07:00", 60), ("D", "06:00", "14:00", -1)]  # fmt: skip
        assert faults(desk, tmp_path, Shifts=rows) == [
            ("Shifts!A3", "shift.duplicate"),
            ("Shifts!A4", "shift.code-signs"),
            ("Shifts!D5", "shift.all-break"),
            ("Shifts!D6", "shift.break-outside"),
        ]


class TestRoster:
    def test_rows_become_cells_and_two_rows_two_shifts(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [ROSTER_HEAD, [nov(20), "0103", "b"], [nov(20), "0103", "A"], [nov(21), "0103", "Ｎ"]]
        assert imported(rostered, tmp_path, Roster=rows) == {"Roster": (3, 0, 0)}
        cells = roster_of(rostered)
        assert (cells["0103", nov(20)], cells["0103", nov(21)]) == ("A/B", "N")

    def test_a_cell_is_set_to_what_the_workbook_says_and_others_stay(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [
            ROSTER_HEAD,
            [nov(3), "0101", "B"],
            [nov(4), "0101", "休"],
            [nov(5), "0101", "A"],
            [nov(6), "0103", "-"],
        ]
        assert imported(rostered, tmp_path, Roster=rows) == {"Roster": (0, 2, 2)}
        cells = roster_of(rostered)
        assert cells["0101", nov(2)] == "A"
        assert cells["0101", nov(3)] == "B"
        assert ("0101", nov(4)) not in cells
        assert len(cells) == 23

    def test_a_cell_that_was_changed_by_hand_since_is_left_alone_by_the_same_rows(
        self, rostered: Desk, tmp_path: Path
    ) -> None:
        rows = [ROSTER_HEAD, [nov(20), "0103", "A"]]
        imported(rostered, tmp_path, Roster=rows)
        person = next(one for one in rostered.people.all() if one.number == "0103")
        rostered.roster.set_cells({(person.id, nov(20)): (shifts_of(rostered)["B"].id,)})
        assert imported(rostered, tmp_path, Roster=rows) == {"Roster": (0, 0, 1)}
        assert roster_of(rostered)["0103", nov(20)] == "B"

    def test_a_second_row_for_a_day_joins_the_one_that_came_in_before(self, rostered: Desk, tmp_path: Path) -> None:
        first = [nov(20), "0103", "A"]
        imported(rostered, tmp_path, Roster=[ROSTER_HEAD, first])
        assert imported(rostered, tmp_path, Roster=[ROSTER_HEAD, first, [nov(20), "0103", "N"]]) == {
            "Roster": (0, 1, 1)
        }
        assert roster_of(rostered)["0103", nov(20)] == "A/N"

    def test_shifts_and_people_of_the_same_workbook_are_known(self, desk: Desk, tmp_path: Path) -> None:
        counts = imported(
            desk, tmp_path,
            Roster=[ROSTER_HEAD, [nov(20), "0201", "A"]],
            Shifts=[SHIFT_HEAD, EARLY],
            Staff=[("number", "name", "role", "hired"), ("0201", "新人", "agent", nov(1))],
        )  # fmt: skip
        assert counts == {"Roster": (1, 0, 0), "Shifts": (1, 0, 0), "Staff": (1, 0, 0)}

    def test_faults_stand_in_their_cells(self, rostered: Desk, tmp_path: Path) -> None:
        somebody(rostered, "0108", "赵敏", left=nov(10))
        shift = shifts_of(rostered)["N"]
        rostered.shifts.retire(shift.id, shift.rev)
        rows = [
            ROSTER_HEAD,
            [nov(20), "0999", "A"],
            [nov(20), "0103", "X"],
            [nov(20), "0108", "A"],
            [date(2024, 2, 1), "0103", "A"],
            [nov(22), "0103", "A"],
            [nov(22), "0103", "a"],
            [nov(23), "0103", "A"],
            [nov(23), "0103", "off"],
            [date(2206, 11, 1), "0103", "A"],
            [nov(24), "0103", "N"],
        ]
        assert faults(rostered, tmp_path, Roster=rows) == [
            ("Roster!B2", "number.unknown"),
            ("Roster!C3", "shift.unknown"),
            ("Roster!A4", "day.after-leaving"),
            ("Roster!A5", "day.before-hire"),
            ("Roster!C7", "roster.duplicate"),
            ("Roster!C9", "roster.rest-and-shift"),
            ("Roster!A10", "day.too-far"),
            ("Roster!C11", "roster.shift-retired"),
        ]

    def test_a_closed_month_takes_no_row(self, rostered: Desk, tmp_path: Path) -> None:
        rostered.months.close(Month(2026, 10))
        assert faults(rostered, tmp_path, Roster=[ROSTER_HEAD, [date(2026, 10, 5), "0101", "A"]]) == [
            ("Roster!A2", "roster.closed")
        ]

    def test_a_row_with_a_fault_says_what_else_is_wrong(self, rostered: Desk, tmp_path: Path) -> None:
        rostered.months.close(Month(2026, 10))
        rows = [ROSTER_HEAD, ["soon", "0999", "X"], [date(2026, 10, 5), "0101", None], [nov(3), None, "off"]]
        assert faults(rostered, tmp_path, Roster=rows) == [
            ("Roster!A2", "date.unreadable"),
            ("Roster!B2", "number.unknown"),
            ("Roster!C2", "shift.unknown"),
            ("Roster!A3", "month.closed"),
            ("Roster!C3", "cell.empty"),
            ("Roster!B4", "cell.empty"),
        ]

    def test_a_shift_whose_own_row_is_at_fault_is_not_called_unknown(self, desk: Desk, tmp_path: Path) -> None:
        somebody(desk)
        sheets: dict[str, Rows] = {
            "Roster": [ROSTER_HEAD, [nov(20), "0101", "A"], [nov(21), "0101", "B"], [nov(20), None, "C"]],
            "Shifts": [SHIFT_HEAD, ("A", "25:00", "14:00", 0), ("B", "06:00", "07:00", 60), ("C", "6:00", "7:00", 0)],
        }
        assert faults(desk, tmp_path, **sheets) == [
            ("Roster!B4", "cell.empty"), ("Shifts!B2", "time.unreadable"), ("Shifts!D3", "shift.all-break")
        ]  # fmt: skip
        assert faults(desk, tmp_path, Roster=[ROSTER_HEAD, [nov(20), "0101", "A"]], Shifts=[["code"]]) == [
            ("Shifts!1:1", "columns.missing")
        ]

    def test_cells_of_an_approved_swap_on_file_cannot_be_set(self, rostered: Desk, tmp_path: Path) -> None:
        imported(rostered, tmp_path, Swaps=[SWAP_HEAD, ("0101", nov(3), "0103", None, "", *YES, None)])
        assert faults(rostered, tmp_path, Roster=[ROSTER_HEAD, [nov(3), "0101", "B"], [nov(3), "0103", "N"]]) == [
            ("Roster!C2", "roster.swapped"), ("Roster!C3", "roster.swapped")
        ]  # fmt: skip


class TestGrid:
    HEAD = ("姓名", *range(1, 31))

    def test_names_down_and_days_across(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [self.HEAD, ["张 伟", *[None] * 19, "A", "N/A", "休"], ["0102", "B"], ["李娜"]]
        sheets: dict[str, Rows] = {"2026年11月排班表": rows}
        assert imported(rostered, tmp_path, **sheets) == {"2026年11月排班表": (4, 0, 1)}
        cells = roster_of(rostered)
        assert (cells["0103", nov(20)], cells["0103", nov(21)], cells["0102", nov(1)]) == ("A", "A/N", "B")
        assert cells["0101", nov(2)] == "A"
        assert imported(rostered, tmp_path, **sheets) == {"2026年11月排班表": (0, 0, 5)}

    def test_faults_stand_in_their_cells_and_a_name_is_told_once(self, rostered: Desk, tmp_path: Path) -> None:
        somebody(rostered, "0104", "张伟", hired=nov(2))
        rows = [self.HEAD, ["刘洋", "A", "A"], ["张伟", "A", "A"], ["王芳", "X", None, None, "B", "年假"]]
        sheets: dict[str, Rows] = {"2026年11月排班": rows, "Roster": [ROSTER_HEAD, [nov(4), "0102", "N"]]}
        assert faults(rostered, tmp_path, **sheets) == [
            ("2026年11月排班!A2", "name.unknown"),
            ("2026年11月排班!A3", "name.several"),
            ("2026年11月排班!B4", "shift.unknown"),
            ("2026年11月排班!F4", "shift.unknown"),
            ("Roster!C2", "roster.other-sheet"),
        ]

    def test_of_two_of_one_name_the_one_employed_is_meant(self, rostered: Desk, tmp_path: Path) -> None:
        somebody(rostered, "0104", "张伟", hired=date(2026, 12, 1))
        sheets: dict[str, Rows] = {"2026年11月排班": [self.HEAD, ["张伟", "A"]]}
        imported(rostered, tmp_path, **sheets)
        assert roster_of(rostered)["0103", nov(1)] == "A"

    def test_a_name_that_changed_since_does_not_hinder_the_same_rows(self, rostered: Desk, tmp_path: Path) -> None:
        sheets: dict[str, Rows] = {"2026年11月排班": [self.HEAD, ["张伟", "A"]]}
        imported(rostered, tmp_path, **sheets)
        store = filed(rostered)
        shift, person = store.shifts.by_code("A"), next(one for one in store.people.all() if one.number == "0103")
        assert shift is not None
        store.shifts.update(shift._replace(code="A9"), an_act(rostered))
        assert imported(rostered, tmp_path, **sheets) == {"2026年11月排班": (0, 0, 1)}
        store.people.update(person._replace(name="张大伟"), "", an_act(rostered))
        assert imported(rostered, tmp_path, **sheets) == {"2026年11月排班": (0, 0, 1)}


class TestSwaps:
    def test_approved_ones_change_the_roster_in_the_order_of_their_rows(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [
            SWAP_HEAD,
            ("0101", nov(3), "0103", None, "", *YES, None),
            ("0102", nov(9), "0103", None, "exam", *YES, nov(2)),
        ]
        assert imported(rostered, tmp_path, Swaps=rows) == {"Swaps": (2, 0, 0)}
        worked = roster_of(rostered, worked=True)
        assert ("0101", nov(3)) not in worked
        assert worked["0103", nov(3)] == "A"
        assert worked["0103", nov(9)] == "B"
        first, second = filed(rostered).swaps.all()
        assert (first.number, first.place, first.state, first.signed_a, first.decided_by) == (
            1, 1, SwapState.APPROVED, nov(3), "sun"
        )  # fmt: skip
        assert (second.place, second.decided_on, second.draft.reason) == (2, nov(2), "exam")

    def test_a_later_row_stands_on_an_earlier_one(self, rostered: Desk, tmp_path: Path) -> None:
        give, give_on = ("0101", nov(3), "0103", None, "", *YES, None), ("0103", nov(3), "0102", None, "", *YES, None)
        in_order = faults(rostered, tmp_path, Swaps=[SWAP_HEAD, give, give_on])
        assert ("Swaps!B3", "swap.no-shift") not in in_order
        assert ("Swaps!H3", "swap.SW-4.broken") in in_order
        turned = faults(rostered, tmp_path, Swaps=[SWAP_HEAD, give_on, give])
        assert turned == [("Swaps!B2", "swap.no-shift")]

    def test_those_not_approved_are_drafted_or_agreed(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [
            SWAP_HEAD,
            ("0101", nov(3), "0102", None, "", "yes", "no", "no", None),
            ("0101", nov(5), "0102", nov(7), "", "yes", "yes", None, None),
        ]
        imported(rostered, tmp_path, Swaps=rows)
        drafted, agreed = filed(rostered).swaps.all()
        assert (drafted.state, drafted.signed_a, drafted.signed_b) == (SwapState.DRAFTED, nov(3), None)
        assert (agreed.state, agreed.place, agreed.decided_by) == (SwapState.AGREED, None, None)
        assert roster_of(rostered, worked=True) == roster_of(rostered)

    def test_each_broken_rule_is_a_fault_of_its_row(self, rostered: Desk, tmp_path: Path) -> None:
        sheets: dict[str, Rows] = {
            "Roster": [ROSTER_HEAD, [date(2026, 10, 5), "0101", "A"], [nov(8), "0103", "N"]],
            "Leave": [LEAVE_HEAD, ("0103", nov(12), nov(12), "sick", "yes")],
            "Swaps": [
                SWAP_HEAD,
                ("0101", nov(3), "0103", None, "", "yes", None, "yes", None),
                ("0101", nov(12), "0103", None, "", *YES, None),
                ("0101", date(2026, 10, 5), "0103", None, "", *YES, None),
                ("0101", nov(9), "0103", None, "", *YES, None),
            ],
        }
        assert faults(rostered, tmp_path, **sheets) == [
            ("Swaps!G2", "swap.SW-1.broken"),
            ("Swaps!H3", "swap.SW-6.approved"),
            ("Swaps!H4", "swap.SW-7.broken"),
            ("Swaps!H4", "swap.SW-7.broken"),
            ("Swaps!H5", "swap.SW-5.broken"),
        ]

    def test_the_fourth_of_a_month_is_a_fault(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [("0101", nov(day), "0103", None, "", *YES, None) for day in (3, 5, 7, 9)]
        assert faults(rostered, tmp_path, Swaps=[SWAP_HEAD, *rows]) == [
            ("Swaps!H5", "swap.SW-3.broken"), ("Swaps!H5", "swap.SW-3.broken")
        ]  # fmt: skip

    def test_those_that_make_no_sense_are_faults_in_their_cells(self, rostered: Desk, tmp_path: Path) -> None:
        somebody(rostered, "0108", "赵敏", left=nov(4))
        rostered.months.close(Month(2026, 10))
        rows = [
            SWAP_HEAD,
            ("0101", nov(3), "0101", None, "", *YES, None),
            ("0103", nov(4), "0101", nov(5), "", *YES, None),
            ("0101", nov(6), "0108", None, "", *YES, None),
            ("0999", nov(7), "0998", None, "", *YES, None),
            ("0101", date(2026, 10, 5), "0102", None, "", *YES, None),
            ("0101", date(2206, 11, 1), "0102", date(2206, 11, 2), "", *YES, None),
            ("0101", nov(9), "0102", None, "", "yes", "yes", None, nov(1)),
            ("0101", nov(12), "0103", None, "", *YES, nov(30)),
            ("0101", date(2024, 5, 1), "0102", None, "", *YES, None),
        ]
        assert faults(rostered, tmp_path, Swaps=rows) == [
            ("Swaps!C2", "swap.same-person"),
            ("Swaps!B3", "swap.no-shift"),
            ("Swaps!B4", "swap.not-employed"),
            ("Swaps!A5", "number.unknown"),
            ("Swaps!C5", "number.unknown"),
            ("Swaps!B6", "swap.no-shift"),
            ("Swaps!B6", "swap.closed-month"),
            ("Swaps!B7", "day.too-far"),
            ("Swaps!D7", "day.too-far"),
            ("Swaps!I8", "swap.approved-on-alone"),
            ("Swaps!I9", "day.future"),
            ("Swaps!B10", "shift-rules.none"),
        ]

    def test_a_shift_hidden_by_a_fault_of_the_roster_is_not_missing(self, rostered: Desk, tmp_path: Path) -> None:
        sheets: dict[str, Rows] = {
            "Roster": [ROSTER_HEAD, [nov(20), "0103", "X"], [nov(18), "0103", None]],
            "Swaps": [SWAP_HEAD, ("0103", nov(20), "0101", None, "", *YES, None)],
            "Attendance": [ATTENDANCE_HEAD, (nov(18), "0103", 5, None, None)],
        }
        assert faults(rostered, tmp_path, **sheets) == [
            ("Roster!C2", "shift.unknown"), ("Roster!C3", "cell.empty")
        ]  # fmt: skip
        sheets["Roster"] = [["date"]]
        assert faults(rostered, tmp_path, **sheets) == [("Roster!1:1", "columns.missing")]


class TestLeave:
    def test_it_is_asked_for_approved_or_refused_and_may_be_past(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [
            LEAVE_HEAD,
            ("0103", nov(2), nov(4), "年假", "yes"),
            ("0103", nov(25), nov(25), "sick", None),
            ("0103", nov(3), nov(3), "其他", "no"),
        ]
        assert imported(rostered, tmp_path, Leave=rows) == {"Leave": (3, 0, 0)}
        approved, refused, asked = filed(rostered).leaves.between(nov(1), nov(30))
        assert (approved.type, approved.state, approved.last) == (LeaveType.ANNUAL, LeaveState.APPROVED, nov(4))
        assert (approved.decided_by, asked.decided_by, refused.decided_by) == ("sun", None, "sun")
        assert (asked.state, refused.state) == (LeaveState.ASKED, LeaveState.REFUSED)

    def test_faults_stand_in_their_cells(self, rostered: Desk, tmp_path: Path) -> None:
        somebody(rostered, "0108", "赵敏", left=nov(4))
        imported(
            rostered, tmp_path,
            Swaps=[SWAP_HEAD, ("0101", nov(10), "0103", None, "", *YES, None)],
            Leave=[LEAVE_HEAD, ("0102", nov(2), nov(2), "sick", "yes")],
        )  # fmt: skip
        rows = [
            LEAVE_HEAD,
            ("0103", nov(5), nov(4), "sick", "yes"),
            ("0108", nov(3), nov(6), "sick", "yes"),
            ("0999", nov(3), nov(6), "sick", "yes"),
            ("0102", nov(1), nov(3), "annual", "yes"),
            ("0103", nov(20), nov(22), "annual", "yes"),
            ("0103", nov(22), nov(23), "annual", None),
            ("0103", nov(10), nov(10), "annual", "yes"),
            ("0103", date(2029, 1, 1), date(2029, 1, 2), "annual", None),
        ]
        assert faults(rostered, tmp_path, Leave=rows) == [
            ("Leave!C2", "leave.ends-before"),
            ("Leave!C3", "day.after-leaving"),
            ("Leave!A4", "number.unknown"),
            ("Leave!B5", "leave.overlaps"),
            ("Leave!B7", "leave.overlaps"),
            ("Leave!B8", "leave.swapped-day"),
            ("Leave!C9", "day.too-far"),
        ]


class TestAttendance:
    def test_it_stands_in_the_register_and_records_no_entries(self, rostered: Desk, tmp_path: Path) -> None:
        rows = [ATTENDANCE_HEAD, (nov(3), "0101", 12, None, None), (nov(4), "0101", None, None, "yes"),
                (nov(5), "0101", None, 20, "no")]  # fmt: skip
        assert imported(rostered, tmp_path, Attendance=rows) == {"Attendance": (3, 0, 0)}
        records = filed(rostered).attendance.in_month(NOVEMBER)
        assert [(one.late, one.early, one.absent) for one in records] == [(12, 0, False), (0, 0, True), (0, 20, False)]
        assert rostered.incidents.page(Query()).total == 0

    def test_other_minutes_are_an_update_and_the_same_ones_are_known(self, rostered: Desk, tmp_path: Path) -> None:
        imported(rostered, tmp_path, Attendance=[ATTENDANCE_HEAD, (nov(3), "0101", 12, None, None)])
        same, other = (nov(3), "0101", 12, 0, None), (nov(3), "0101", 15, None, None)
        assert imported(rostered, tmp_path, Attendance=[ATTENDANCE_HEAD, same]) == {"Attendance": (0, 0, 1)}
        assert imported(rostered, tmp_path, Attendance=[ATTENDANCE_HEAD, other]) == {"Attendance": (0, 1, 0)}
        (record,) = filed(rostered).attendance.in_month(NOVEMBER)
        assert (record.late, record.rev) == (15, 1)

    def test_whoever_holds_the_shift_after_a_swap_is_the_one(self, rostered: Desk, tmp_path: Path) -> None:
        sheets: dict[str, Rows] = {
            "Swaps": [SWAP_HEAD, ("0101", nov(3), "0103", None, "", *YES, None)],
            "Attendance": [ATTENDANCE_HEAD, (nov(3), "0103", None, None, "yes")],
        }
        assert faults(rostered, tmp_path, **sheets) == []
        sheets["Attendance"] = [ATTENDANCE_HEAD, (nov(3), "0101", None, None, "yes")]
        assert faults(rostered, tmp_path, **sheets) == [("Attendance!A2", "attendance.no-shift")]

    def test_faults_stand_in_their_cells(self, rostered: Desk, tmp_path: Path) -> None:
        sheets: dict[str, Rows] = {
            "Roster": [ROSTER_HEAD, [nov(25), "0101", "A"]],
            "Leave": [LEAVE_HEAD, ("0102", nov(2), nov(2), "sick", "yes")],
            "Attendance": [
                ATTENDANCE_HEAD,
                (nov(20), "0101", 5, None, None),
                (nov(3), "0101", 5, None, "yes"),
                (nov(25), "0101", 5, None, None),
                (nov(4), "0101", 5, None, None),
                (nov(4), "0101", None, 5, None),
                (nov(5), "0101", -1, None, None),
                (nov(2), "0102", 5, None, None),
                (nov(3), "0999", 5, None, None),
                ("soon", "0999", 5, None, None),
            ],
        }
        assert faults(rostered, tmp_path, **sheets) == [
            ("Attendance!A2", "attendance.no-shift"),
            ("Attendance!E3", "attendance.absent-and-short"),
            ("Attendance!A4", "attendance.future"),
            ("Attendance!A6", "attendance.duplicate"),
            ("Attendance!C7", "attendance.minutes-outside"),
            ("Attendance!A8", "attendance.on-leave"),
            ("Attendance!B9", "number.unknown"),
            ("Attendance!A10", "date.unreadable"),
            ("Attendance!B10", "number.unknown"),
        ]

    def test_a_record_whose_entry_stands_is_not_taken_back(self, rostered: Desk, tmp_path: Path) -> None:
        person = next(one for one in rostered.people.all() if one.number == "0101")

        entry = logged(rostered, person, "MIN-04", nov(3), points=-2)
        filed(rostered).attendance.add(
            Attendance("", person.id, nov(3), late=9, late_incident_id=entry.id), an_act(rostered)
        )
        rows = [ATTENDANCE_HEAD, (nov(3), "0101", None, None, "yes")]
        assert faults(rostered, tmp_path, Attendance=rows) == [("Attendance!C2", "attendance.entry-stands")]


SHEETS: dict[str, Rows] = {
    "Shifts": [SHIFT_HEAD, EARLY, LATE],
    "Roster": [ROSTER_HEAD, [nov(3), "0101", "A"], [nov(5), "0102", "B"]],
    "Swaps": [SWAP_HEAD, ("0101", nov(3), "0102", nov(5), "", *YES, nov(1))],
    "Leave": [LEAVE_HEAD, ("0103", nov(2), nov(4), "annual", "yes")],
    "Attendance": [ATTENDANCE_HEAD, (nov(3), "0102", 5, None, None)],
}


class TestAllOrNothing:
    def test_a_second_import_changes_nothing_and_says_how_many_were_there(
        self, desk: Desk, team: Sequence[Employee], tmp_path: Path
    ) -> None:
        first = imported(desk, tmp_path, **SHEETS)
        assert first == {"Shifts": (2, 0, 0), "Roster": (2, 0, 0), "Swaps": (1, 0, 0), "Leave": (1, 0, 0),
                         "Attendance": (1, 0, 0)}  # fmt: skip
        lines = len(desk.journal(1000))
        second = imported(desk, tmp_path, **SHEETS)
        assert second == {title: (0, 0, new) for title, (new, _, _) in first.items()}
        assert len(desk.journal(1000)) == lines

    def test_one_fault_keeps_everything_out(self, desk: Desk, team: Sequence[Employee], tmp_path: Path) -> None:
        sheets = dict(SHEETS, Leave=[LEAVE_HEAD, ("0103", nov(4), nov(2), "annual", "yes")])
        assert faults(desk, tmp_path, **sheets) == [("Leave!C2", "leave.ends-before")]

    def test_a_cancelled_import_leaves_nothing_behind(
        self, desk: Desk, team: Sequence[Employee], tmp_path: Path
    ) -> None:
        before = len(desk.journal(1000))
        steps = desk.intake.commit(the_check(desk, tmp_path, SHEETS).plan)
        for _ in range(6):
            next(steps)
        steps.close()
        assert (shifts_of(desk), roster_of(desk), filed(desk).swaps.all()) == ({}, {}, [])
        assert len(desk.journal(1000)) == before

    def test_an_import_that_another_window_overtook_is_refused(
        self, desk: Desk, team: Sequence[Employee], tmp_path: Path
    ) -> None:
        imported(desk, tmp_path, **SHEETS)
        later = dict(SHEETS, Roster=[ROSTER_HEAD, [nov(9), "0101", "A"]])
        plan = the_check(desk, tmp_path, later).plan
        with again(desk) as window:
            window.roster.set_cells({(team[2].id, nov(9)): (shifts_of(desk)["A"].id,)})
        with pytest.raises(IntakeOvertakenError):
            list(desk.intake.commit(plan))
        assert ("0101", nov(9)) not in roster_of(desk)

    def test_a_workbook_without_such_sheets_asks_for_nothing_of_it(self, desk: Desk, tmp_path: Path) -> None:
        reading = read_intake(saved(a_workbook(Tests=[["date", "number", "score"]]), tmp_path))
        assert desk.intake.basis(reading).duty.shifts == ()

    def test_a_long_roster_is_written_in_several_steps(
        self, desk: Desk, team: Sequence[Employee], tmp_path: Path
    ) -> None:
        days = [nov(1) + timedelta(days=number) for number in range(150)]
        rows = [[day, number, "A"] for day in days for number in ("0101", "0102", "0103")]
        imported(desk, tmp_path, Shifts=[SHIFT_HEAD, EARLY], Roster=[ROSTER_HEAD, *rows])
        assert len(roster_of(desk)) == 450
