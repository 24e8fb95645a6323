"""The workbook that HR takes."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.exports import ExportJob
from csdesk.render.steps import Cancelled
from tests.desks import logged, somebody

OCTOBER = Month(2026, 10)


def test_the_workbook_holds_the_month_and_the_journal_knows_it(desk: Desk, tmp_path: Path) -> None:
    logged(desk, somebody(desk), "MIN-04", date(2026, 10, 9), points=3)
    job = desk.exports.job(OCTOBER, "zh")
    assert isinstance(job, ExportJob)
    assert job.file_name() == "南区客服-2026-10.xlsx"
    desk.exports.put_out(job, tmp_path / job.file_name())
    book = openpyxl.load_workbook(tmp_path / job.file_name())
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "李娜" in values
    assert 77 in values
    assert desk.journal()[0].what == "month.exported"


def test_a_workbook_cancelled_when_it_was_ready_leaves_the_older_one_and_no_note(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    job = desk.exports.job(OCTOBER)
    assert isinstance(job, ExportJob)
    path = tmp_path / "hr.xlsx"
    path.write_bytes(b"older")
    before = sorted(tmp_path.iterdir())

    def settle() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.exports.put_out(job, path, settle=settle)
    assert path.read_bytes() == b"older"
    assert sorted(tmp_path.iterdir()) == before
    assert desk.journal()[0].what != "month.exported"


def test_the_workbook_of_a_closed_month_says_when_it_was_closed(desk: Desk) -> None:
    somebody(desk)
    desk.months.close(OCTOBER)
    job = desk.exports.job(OCTOBER)
    assert isinstance(job, ExportJob)
    assert job.context.closed_on == date(2026, 11, 21)


def test_a_month_without_rulebook_has_no_workbook(desk: Desk) -> None:
    problems = desk.exports.job(Month(2024, 1))
    assert isinstance(problems, list)
    assert [problem.code for problem in problems] == ["rulebook.none"]
