"""How somebody stands with the team, to the day."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.core.words import Language
from csdesk.texts import Texts
from csdesk.ui.language import Speech
from csdesk.ui.roster.standing import Standing, StandingWords, standing_of
from tests.builders import an_employee

TODAY = date(2026, 11, 21)
LI = an_employee("0101", "李娜", hired=date(2026, 9, 1))
ON_PROBATION = LI._replace(probation_end=TODAY)


@pytest.mark.parametrize(
    ("person", "standing"),
    [
        (LI, Standing.EMPLOYED),
        (ON_PROBATION, Standing.PROBATION),
        (LI._replace(probation_end=date(2026, 11, 20)), Standing.EMPLOYED),
        (LI._replace(hired=TODAY), Standing.EMPLOYED),
        (LI._replace(hired=date(2026, 11, 22)), Standing.TO_COME),
        (LI._replace(left=TODAY), Standing.LEAVING),
        (ON_PROBATION._replace(left=date(2026, 12, 31)), Standing.LEAVING),
        (LI._replace(left=date(2026, 11, 20)), Standing.LEFT),
    ],
)
def test_the_last_day_still_counts(person: Employee, standing: Standing) -> None:
    assert standing_of(person, TODAY) is standing


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["from 22 Nov", "probation", "employed", "until 31 Dec", "left"]),
        ("zh", ["11-22 入职", "试用期", "在职", "12-31 离职", "已离职"]),
    ],
)
def test_a_standing_is_said_with_its_day(speech: Speech, owner: QObject, language: Language, said: list[str]) -> None:
    speech.switch(language)
    people = [
        LI._replace(hired=date(2026, 11, 22)), ON_PROBATION, LI, LI._replace(left=date(2026, 12, 31)),
        LI._replace(left=date(2026, 11, 1)),
    ]  # fmt: skip
    words = StandingWords(owner)
    assert [words.chip(person, TODAY, Texts(language)).text for person in people] == said
