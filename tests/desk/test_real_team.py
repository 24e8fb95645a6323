"""The workbook as a team really keeps it, and what its four months come to."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.intake_check import check_intake
from csdesk.desk.months import MonthView
from csdesk.render.intake_book import read_intake

DATA = Path(__file__).parents[1] / "data"
EXPECTED: dict[str, dict[str, list[Any]]] = tomllib.loads((DATA / "desk-2026.toml").read_text("utf-8"))


@pytest.mark.parametrize("month", EXPECTED)
def test_a_month_of_the_real_team_comes_out_as_worked_out_apart(desk: Desk, month: str) -> None:
    reading = read_intake(DATA / "desk-2026.xlsx")
    for _ in desk.intake.commit(check_intake(reading, desk.intake.basis(reading)).plan):
        pass
    view = desk.months.result(Month.parse(month))
    assert isinstance(view, MonthView)
    came_out = {
        sheet.employee.number: [
            sheet.raw,
            sheet.final,
            sheet.grade,
            sheet.rank,
            "none" if sheet.pay_effect is None else int(sheet.pay_effect),
            *(flag.code.value for flag in sheet.flags),
        ]
        for sheet in view.result.sheets
    }
    assert came_out == EXPECTED[month]
