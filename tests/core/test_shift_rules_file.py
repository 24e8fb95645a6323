import hashlib
from datetime import date

import pytest

from csdesk.core.rulebook import Rulebook
from csdesk.core.rulebook_file import read as read_rulebook
from csdesk.core.shift_rules import LatePay, Proposals, ShiftRules, SwapRules
from csdesk.core.shift_rules_file import read
from csdesk.core.toml_table import Fault
from csdesk.paths import resource
from csdesk.texts import Texts

SHIPPED = resource("schemes", "shifts.toml").read_text("utf-8")


def the_faults(text: str) -> list[Fault]:
    result = read(text, "shifts.toml")
    assert isinstance(result, list)
    assert result
    return result


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str) -> str:
    assert SHIPPED.count(old) >= 1, old
    return SHIPPED.replace(old, new, 1)


def test_the_shipped_rules_are_the_handbooks() -> None:
    rules = read(SHIPPED, "shifts.toml")
    assert isinstance(rules, ShiftRules), rules
    assert rules.id == "shifts@2025-01-01"
    assert rules.in_force_from == date(2025, 1, 1)
    assert (rules.max_work_minutes, rules.min_rest_minutes, rules.emergency_minutes) == (480, 480, 60)
    assert rules.swaps == SwapRules(max_per_month=3, min_days_between=1, min_rest_minutes=480)
    assert rules.late_pay == LatePay(percent=1, first=3, beyond_percent=5)
    assert rules.proposals == Proposals("MIN-04", "SER-01", "MIN-05", "BON-03", "MIN-03")
    assert rules.digest == hashlib.sha256(SHIPPED.encode()).hexdigest()


def test_the_shipped_rules_begin_with_the_points_and_name_codes_of_theirs() -> None:
    rules = read(SHIPPED, "shifts.toml")
    points = read_rulebook(resource("rulebooks", "points.toml").read_text("utf-8"), "points.toml")
    assert isinstance(rules, ShiftRules)
    assert isinstance(points, Rulebook)
    assert rules.in_force_from == points.in_force_from
    assert [code for code in rules.proposals if points.rule(code) is None] == []


FAULTS = [
    ('id = "shifts"', 'id = "My shifts"', "id.format"),
    ('id = "shifts"', "", "key.missing"),
    ("in_force_from = 2025-01-01", 'in_force_from = "2025"', "type.date"),
    ('zh = "客服部班次规则"', 'zh = ""', "text.empty"),
    ("[roster]\n", "[rosters]\n", "key.unknown"),
    ("max_work_minutes = 480", "max_work_minutes = 0", "number.outside"),
    ("max_work_minutes = 480", "max_work_minutes = 8.5", "type.integer"),
    ("min_rest_minutes = 480", "min_rest_minutes = -1", "number.outside"),
    ("max_per_month = 3", "max_per_month = -3", "number.outside"),
    ("max_per_month = 3", "max_a_month = 3", "key.unknown"),
    ("min_days_between = 1", "min_days_between = true", "type.integer"),
    ("max_per_month = 3", "max_per_year = 9\nmax_per_month = 3", "key.unknown"),
    ("emergency_minutes = 60", "emergency_minutes = 1441", "number.outside"),
    ("emergency_minutes = 60", "", "key.missing"),
    ("percent = 1", "percent = 101", "number.outside"),
    ("first = 3", "first = 32", "number.outside"),
    ("beyond_percent = 5", "beyond_percent = -5", "number.outside"),
    ('late = "MIN-04"', 'late = "min4"', "code.format"),
    ('absent = "SER-01"', "absent = 1", "type.text"),
    ('cover = "BON-03"', "", "key.missing"),
    ("id =", "id = =", "toml"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_a_fault_is_told_with_file_and_line_in_both_languages(old: str, new: str, code: str) -> None:
    text = changed(old, new)
    fault = the_faults(text)[0]
    assert (fault.file, fault.code) == ("shifts.toml", code)
    if code != "key.missing":
        assert fault.line == line_of(text, new)
    for language in ("en", "zh"):
        said = Texts(language).say(fault.key, **fault.particulars)
        assert "shifts.toml" in said
        assert "{" not in said


def test_all_faults_come_at_once_in_the_order_of_their_lines() -> None:
    text = changed("max_per_month = 3", "max_per_month = -3").replace('"BON-03"', '"bonus"').replace("= 60", "= 9999")
    assert [(fault.line, fault.code) for fault in the_faults(text)] == [
        (line_of(text, "max_per_month = -3"), "number.outside"),
        (line_of(text, "emergency_minutes = 9999"), "number.outside"),
        (line_of(text, '"bonus"'), "code.format"),
    ]


def test_a_file_of_nothing_is_told_everything_that_is_missing() -> None:
    missing = [fault.detail["name"] for fault in the_faults("# nothing\n")]
    assert missing == ["id", "in_force_from", "title", "roster", "swaps", "leave", "late_pay", "proposals"]
