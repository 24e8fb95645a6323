"""What an entry will do, said before it is saved."""

from datetime import date

import pytest

from csdesk.core.employee import Role
from csdesk.desk.desk import Desk
from csdesk.desk.preview import Preview
from csdesk.texts import Texts
from csdesk.ui.log.effect import EffectWords, ordinal
from tests.builders import a_result, a_rulebook, a_workload, an_employee, an_incident, the_facts
from tests.desks import logged, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.log import NOVEMBER, LogTab, li_na


def shown_effect(tab: LogTab, rule: str, figure: str = "", who: str = "ln") -> str:
    tab.write(who)
    tab.enter()
    tab.write(rule)
    tab.enter()
    tab.write(figure)
    return tab.effect


def test_the_bar_says_what_the_entry_does(tab: LogTab) -> None:
    assert shown_effect(tab, "min4", "3") == "Score would be 80 → 77, grade B → C."


def test_the_bar_warns_before_the_escalation_and_of_it(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    logged(desk, person, "MIN-12")
    assert shown_effect(tab, "min1").startswith("2nd minor offence this month. Score")
    tab.press(Key.Key_Escape)
    logged(desk, person, "MIN-01")
    assert shown_effect(tab, "min1").startswith(
        "3rd minor offence this month; one more brings another −20 at month-end."
    )
    tab.press(Key.Key_Escape)
    logged(desk, person, "BON-03")
    logged(desk, person, "MIN-01")
    assert shown_effect(tab, "min4", "3") == (
        "4th minor offence this month: another −20 at month-end. Score would be 79 → 56, grade C → F. "
        "Flag for the manager: Final score below 60."
    )


def test_several_people_are_told_whom_the_escalation_meets(tab: LogTab, desk: Desk) -> None:
    for _ in range(3):
        logged(desk, desk.people.find("wy")[0], "MIN-01")
    tab.write("ln,wy,")
    tab.enter()
    tab.write("min1")
    tab.enter()
    assert "Another −20 at month-end for 王铱." in tab.effect


def test_a_dismissal_offence_flags_and_takes_no_points(tab: LogTab) -> None:
    assert shown_effect(tab, "dis1") == (
        "Dismissal offence: no points, but 李娜 is flagged for the manager's decision. Score stays 80."
    )


@pytest.mark.parametrize("rule", ["min1", "bon3", "dis1"])
def test_whoever_is_not_appraised_is_promised_no_score(tab: LogTab, desk: Desk, rule: str) -> None:
    somebody(desk, "0300", "林岚", role=Role.MANAGER)
    assert shown_effect(tab, rule, who="0300") == (
        "林岚 is not appraised by points in November 2026: this role is appraised by forms. "
        "The entry is kept, but changes no score."
    )


def test_among_several_people_those_who_are_not_appraised_are_named_apart(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0300", "林岚", role=Role.MANAGER)
    assert shown_effect(tab, "min1", who="ln,0300,") == (
        "One entry for each of 2 people. Scores would be: 李娜 80 → 78. Not appraised by points: 林岚."
    )


def test_of_several_people_none_of_whom_is_appraised_no_score_is_promised(tab: LogTab, desk: Desk) -> None:
    for number, name in (("0300", "林岚"), ("0301", "周宁")):
        somebody(desk, number, name, role=Role.MANAGER)
    assert shown_effect(tab, "dis1", who="0300,0301,") == (
        "One entry for each of 2 people. Not appraised by points: 林岚, 周宁."
    )


def test_a_bonus_at_the_cap_changes_nothing(tab: LogTab, desk: Desk) -> None:
    for _ in range(7):
        logged(desk, li_na(desk), "BON-03")
    assert shown_effect(tab, "bon3") == "Score stays 110, the highest there is."
    tab.press(Key.Key_Escape)
    assert shown_effect(tab, "min1") == "Score stays 110: it was above the limit."


def test_a_score_does_not_fall_below_nought(tab: LogTab, desk: Desk) -> None:
    for _ in range(4):
        logged(desk, li_na(desk), "SER-01")
    assert shown_effect(tab, "ser1") == "Score stays 0, the lowest there is."


def test_a_bonus_that_the_entry_would_cost_is_named(tab: LogTab) -> None:
    person = an_employee()
    best = a_workload(employee=person, month=NOVEMBER)
    offence = an_incident(employee=person, day=date(2026, 11, 5))
    before, after = (
        a_result(the_facts(*logged_ones, employees=[person], month=NOVEMBER, workloads=[best])).sheets[0]
        for logged_ones in ((), (offence,))
    )
    rule = a_rulebook().rule("MIN-01")
    assert rule is not None
    preview = Preview(person, before, after, rule, -2, 1, 4, escalates=False, stake=-20)
    effect = EffectWords().of([preview], tab.context.texts, NOVEMBER)
    assert effect.text == "BON-01 (+5) would fall away. Score would be 85 → 78, grade B → C."


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_offences_are_counted_as_one_says_it(number: int, said: str) -> None:
    assert ordinal(number, Texts("en")) == said
    assert ordinal(number, Texts("zh")) == str(number)


def test_nothing_is_said_while_the_draft_is_incomplete(tab: LogTab) -> None:
    assert shown_effect(tab, "min4") == ""
    assert tab.person[:3] == ["李娜", "80", "B"]
