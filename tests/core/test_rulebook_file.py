import hashlib
import re
import string
from datetime import date
from itertools import pairwise

import pytest

from csdesk.core.employee import Role
from csdesk.core.rulebook import Automatic, GradeBand, PayRule, Rulebook, Severity, Trigger
from csdesk.core.rulebook_file import read
from csdesk.core.toml_table import Fault
from csdesk.core.words import Words
from csdesk.paths import resource
from csdesk.texts import Texts, catalogue

SHIPPED = resource("rulebooks", "points.toml").read_text("utf-8")

SMALL = """\
id = "small"
in_force_from = 2026-01-01
title = { en = "Small", zh = "小" }
[month]
base = 80
cap = 110
floor = 0
discretion = 5
flag_below = 60
flag_last_twice_below = 70
roles = ["agent", "team_lead"]
[month.grades]
bands = [
    { letter = "A", above = 90 },
    { letter = "B", from = 80 },
]
ungraded = "F"
[month.pay]
zero_at = 80
per_point = 10
limit = 300
exempt_months = 2
[[rule]]
code = "MIN-01"
severity = "minor"
points = [-2, -5]
title = { en = "Late", zh = "迟到" }
[[rule]]
code = "MIN-02"
severity = "minor"
points = -5
title = { en = "Over a little", zh = "超时" }
minutes = { from = 1, to = 10 }
[[rule]]
code = "SER-01"
severity = "serious"
points = -20
title = { en = "Over a lot", zh = "超时很久" }
minutes = { from = 11 }
[[rule]]
code = "SER-02"
severity = "serious"
points = -20
title = { en = "Too often", zh = "屡次" }
automatic = { when = "repeated-offences", at_least = { minor = 4 } }
[[rule]]
code = "MOD-01"
severity = "moderate"
points = -10
title = { en = "Test", zh = "考试" }
automatic = { when = "test-below", below_percent = 60 }
[[rule]]
code = "BON-01"
severity = "bonus"
points = 5
title = { en = "Full marks", zh = "满分" }
automatic = { when = "test-full" }
[[rule]]
code = "DIS-01"
severity = "dismissal"
title = { en = "Asleep", zh = "睡觉" }
[[overrun]]
code = "OVERRUN"
title = { en = "Over", zh = "超时" }
tiers = ["MIN-02", "SER-01"]
"""


def the_book(text: str) -> Rulebook:
    result = read(text, "small.toml")
    assert isinstance(result, Rulebook), result
    return result


def the_faults(text: str) -> list[Fault]:
    result = read(text, "small.toml")
    assert isinstance(result, list)
    assert result
    return result


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


# What a sound file gives ----------------------------------------------------------------------------------------------


def test_the_shipped_rulebook_is_sound() -> None:
    book = the_book(SHIPPED)
    assert book.id == "points@2025-01-01"
    assert book.in_force_from == date(2025, 1, 1)
    assert book.digest == hashlib.sha256(SHIPPED.encode()).hexdigest()


def test_the_shipped_rulebook_holds_the_whole_catalogue_in_order() -> None:
    sizes = {"MIN": 14, "MOD": 8, "SER": 6, "DIS": 4, "BON": 6}
    expected = [f"{kind}-{number:02d}" for kind, size in sizes.items() for number in range(1, size + 1)]
    assert [rule.code for rule in the_book(SHIPPED).rules] == expected


@pytest.mark.parametrize(
    ("codes", "severity", "mildest", "hardest"),
    [
        ("MIN-01 MIN-02 MIN-03 MIN-10 MIN-12", Severity.MINOR, -2, -2),
        ("MIN-05 MIN-06 MIN-07 MIN-11 MIN-13", Severity.MINOR, -5, -5),
        ("MIN-04 MIN-08 MIN-14", Severity.MINOR, -2, -5),
        ("MIN-09", Severity.MINOR, -1, -2),
        ("MOD-01 MOD-02 MOD-03 MOD-04 MOD-05 MOD-06 MOD-07 MOD-08", Severity.MODERATE, -10, -10),
        ("SER-01 SER-02 SER-03 SER-04 SER-05 SER-06", Severity.SERIOUS, -20, -20),
        ("DIS-01 DIS-02 DIS-03 DIS-04", Severity.DISMISSAL, 0, 0),
        ("BON-01 BON-02 BON-03 BON-04 BON-05 BON-06", Severity.BONUS, 5, 5),
    ],
)
def test_the_shipped_points_are_the_handbooks(codes: str, severity: Severity, mildest: int, hardest: int) -> None:
    book = the_book(SHIPPED)
    for code in codes.split():
        rule = book.rule(code)
        assert rule is not None
        assert (rule.severity, rule.mildest, rule.hardest) == (severity, mildest, hardest), code


def test_the_shipped_automatic_entries_are_the_handbooks() -> None:
    assert {rule.code: rule.automatic for rule in the_book(SHIPPED).rules if rule.automatic} == {
        "MOD-07": Automatic(Trigger.TEST_BELOW, below_percent=60),
        "SER-05": Automatic(Trigger.REPEATED_OFFENCES, at_least=((Severity.MODERATE, 2), (Severity.MINOR, 4))),
        "BON-01": Automatic(Trigger.FIRST_OF_TEAM),
        "BON-02": Automatic(Trigger.TEST_FULL),
        "BON-05": Automatic(Trigger.NO_EFFECTIVE_COMPLAINT),
    }


def test_only_a_spot_check_is_counted() -> None:
    assert [rule.code for rule in the_book(SHIPPED).rules if rule.counted] == ["MIN-14"]


def test_the_shipped_month_is_the_handbooks() -> None:
    month = the_book(SHIPPED).month
    assert (month.base, month.cap, month.floor, month.discretion) == (80, 110, 0, 5)
    assert (month.flag_below, month.flag_last_twice_below) == (60, 70)
    assert month.pay == PayRule(zero_at=80, per_point=10, limit=300, exempt_months=2)
    assert month.roles == {Role.AGENT, Role.TRAINING_SPECIALIST, Role.TEAM_LEAD}
    assert month.bands[0] == GradeBand("A", 90, above=True)
    assert [(band.letter, band.bound) for band in month.bands[1:]] == [("B", 80), ("C", 70), ("D", 65), ("E", 60)]
    assert month.ungraded == "F"


def test_the_shipped_overrun_has_three_tiers() -> None:
    book = the_book(SHIPPED)
    overrun = book.overrun("OVERRUN")
    assert overrun is not None
    assert overrun.tiers == ("MIN-13", "MOD-08", "SER-06")
    assert [rule.minutes for code in overrun.tiers if (rule := book.rule(code))] == [(1, 10), (11, 30), (31, None)]


def test_a_rulebook_needs_no_overrun() -> None:
    text = re.sub(r"minutes = .*\n", "", SMALL).split("[[overrun]]", maxsplit=1)[0]
    assert the_book(text).overruns == ()


def test_a_dismissal_offence_may_say_nought() -> None:
    assert the_book(changed('severity = "dismissal"', 'severity = "dismissal"\npoints = 0')).rule("DIS-01") is not None


def test_an_overrun_has_its_words() -> None:
    assert the_book(SMALL).overruns[0].title == Words("Over", "超时")


# What a faulty file gives ---------------------------------------------------------------------------------------------

FAULTS = [
    # old text, new text with # <- on the line that must be named, code of the fault
    ('id = "small"', 'id = "Small Book"  # <-', "id.format"),
    ('id = "small"', "id = 5  # <-", "type.text"),
    ('id = "small"\n', "# <-\n", "key.missing"),
    ("2026-01-01", '"2026-01-01"  # <-', "type.date"),
    ('title = { en = "Small", zh = "小" }', 'title = "Small"  # <-', "type.table"),
    ('title = { en = "Small", zh = "小" }', 'title = { en = "", zh = "小" }  # <-', "text.empty"),
    ('zh = "迟到"', 'zh = " "', "text.empty"),
    ("[month]", "[moment]  # <-", "key.unknown"),
    ("base = 80", "bases = 80  # <-", "key.unknown"),
    ("base = 80", "base = 80\nweather = 1  # <-", "key.unlike"),
    ("base = 80\n", "base = 120  # <-\n", "month.base-outside"),
    ("floor = 0", "floor = 111  # <-", "month.floor-over-cap"),
    ("cap = 110", "cap = 110.0  # <-", "type.integer"),
    ("discretion = 5", "discretion = -5  # <-", "number.negative"),
    ("limit = 300", "limit = -300  # <-", "number.negative"),
    ("per_point = 10", "per_point = 'ten'  # <-", "type.integer"),
    ("zero_at = 80\n", "", "key.missing"),
    ("exempt_months = 2", "exempt_months = -1  # <-", "number.negative"),
    ('roles = ["agent", "team_lead"]', 'roles = [\n"agent",\n"cook",  # <-\n]', "role.unknown"),
    ('roles = ["agent", "team_lead"]', "roles = []  # <-", "list.empty"),
    ('letter = "B", from = 80 }', 'letter = "B", from = 80, above = 80 }', "grade.bound"),
    ('letter = "B", from = 80 }', 'letter = "B" }', "grade.bound"),
    ('letter = "B", from = 80 }', "letter = 2, from = 80 }", "type.text"),
    ('letter = "B", from = 80 }', 'letter = "A", from = 80 }', "grade.twice"),
    ('ungraded = "F"', 'ungraded = "A"', "grade.twice"),
    ('ungraded = "F"\n', "", "key.missing"),
    ('letter = "B", from = 80 }', 'letter = "B", from = 90 }', "grade.equal"),
    ('letter = "B", from = 80 }', 'letter = "B", from = 95 }', "grade.order"),
    ('letter = "B", from = 80 }', 'letter = "B", from = -1 }', "grade.outside"),
    ('letter = "A", above = 90 }', 'letter = "A", above = 110 }', "grade.outside"),
    ('code = "MIN-01"', 'code = "min 1"  # <-', "code.format"),
    ('code = "MIN-01"', 'code = "ADJ"  # <-', "code.reserved"),
    ('code = "MIN-01"\n', "", "key.missing"),
    ('code = "MIN-01"', "code = 1  # <-", "type.text"),
    ('code = "MOD-01"', 'code = "MIN-01"  # <-', "code.twice"),
    ('code = "OVERRUN"', 'code = "MIN-99"  # <-', "code.overrun-format"),
    ('severity = "moderate"', 'severity = "middling"  # <-', "severity.unknown"),
    ('severity = "moderate"', "severity = 2  # <-", "type.text"),
    ("points = -10", "points = 10  # <-", "sign.offence"),
    ("points = -10", "points = 0  # <-", "sign.offence"),
    ("points = -10", "points = '-10'  # <-", "type.span"),
    ("points = 5", "points = -5  # <-", "sign.bonus"),
    ('severity = "dismissal"', 'severity = "dismissal"\npoints = -20  # <-', "sign.dismissal"),
    ("points = [-2, -5]", "points = [-5, -2]  # <-", "points.reversed"),
    ("points = -10", "points = [-5, -10]  # <-", "points.not-fixed"),
    ("points = -5", "points = [-4, -5]  # <-", "points.not-fixed"),
    ("points = [-2, -5]", "points = [-2, -5]\ncounted = 1  # <-", "type.yes"),
    ('automatic = { when = "test-full" }', 'counted = true\nautomatic = { when = "test-full" }  # <-', "rule.mixed"),
    ('{ when = "test-full" }', "7  # <-", "type.table"),
    ('{ when = "test-full" }', "{ when = 7 }  # <-", "type.text"),
    ('{ when = "test-full" }', '{ when = "full-moon" }  # <-', "trigger.unknown"),
    ('{ when = "test-full" }', '{ when = "test-full", below_percent = 60 }  # <-', "trigger.key"),
    ("below_percent = 60", "below_percent = 101", "trigger.percent"),
    (", below_percent = 60", "", "key.missing"),
    (", at_least = { minor = 4 }", "", "key.missing"),
    ("at_least = { minor = 4 }", "at_least = {}", "list.empty"),
    ("at_least = { minor = 4 }", "at_least = { minor = 0 }", "trigger.count"),
    ("at_least = { minor = 4 }", "at_least = { minor = 'four' }", "type.integer"),
    ("at_least = { minor = 4 }", "at_least = { bonus = 4, minor = 4 }", "key.unlike"),
    ("{ from = 1, to = 10 }", "10  # <-", "type.table"),
    ("{ from = 1, to = 10 }", "{ from = 0, to = 10 }  # <-", "minutes.order"),
    ("{ from = 1, to = 10 }", "{ from = 10, to = 1 }  # <-", "minutes.order"),
    ("{ from = 1, to = 10 }", "{ to = 10 }  # <-", "key.missing"),
    ("{ from = 1, to = 10 }", "{ from = 1, to = 'ten' }  # <-", "type.integer"),
    ("{ from = 1, to = 10 }", "{ from = 2, to = 10 }  # <-", "tier.gap"),
    ("{ from = 11 }", "{ from = 12 }  # <-", "tier.gap"),
    ("{ from = 11 }", "{ from = 10 }  # <-", "tier.overlap"),
    ("{ from = 1, to = 10 }", "{ from = 1 }  # <-", "tier.open-early"),
    ('"MIN-02", "SER-01"]', '"MIN-02", "SER-01", "SER-09"]  # <-', "tier.unknown"),
    ('"MIN-02", "SER-01"]', '"MIN-02", "SER-01", "MIN-02"]  # <-', "tier.twice"),
    ('"MIN-02", "SER-01"]', '"MIN-02", "SER-01", "MIN-01"]  # <-', "tier.no-minutes"),
    ("{ from = 11 }", "{ from = 11, to = 30 }", "tier.closed"),
    ('tiers = ["MIN-02", "SER-01"]', "tiers = []  # <-", "list.empty"),
    ('title = { en = "Over", zh = "超时" }\n', "", "key.missing"),
    ('title = { en = "Late", zh = "迟到" }\n', "", "key.missing"),
    ("below_percent = 60", "below_percent = 60 # }", "toml"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_a_fault_is_told_with_its_line(old: str, new: str, code: str) -> None:
    text = changed(old, new)
    faults = the_faults(text)
    assert code in [fault.code for fault in faults], faults
    marked = [number for number, line in enumerate(text.split("\n"), 1) if "# <-" in line]
    if marked:
        assert marked == [fault.line for fault in faults if fault.code == code]
        assert faults[0].file == "small.toml"


def test_a_tier_without_an_overrun_is_told_at_its_rule() -> None:
    faults = the_faults(changed('"MIN-02", "SER-01"]', '"SER-01"]'))
    assert [fault.code for fault in faults] == ["tier.unused", "tier.gap"]


def test_rules_that_are_no_list_are_told() -> None:
    faults = the_faults("rule = 7\noverrun = 7\n" + SMALL.split("[[rule]]", maxsplit=1)[0])
    assert [(fault.line, fault.code) for fault in faults] == [(1, "type.tables"), (2, "type.tables")]


def test_one_code_for_two_overruns_is_told() -> None:
    again = '[[overrun]]\ncode = "OVERRUN"\ntitle = { en = "Again", zh = "又" }\ntiers = ["MIN-02"]\n'
    faults = the_faults(SMALL + again)
    assert [fault.code for fault in faults] == ["code.twice", "tier.twice"]
    assert faults[0].detail["first"] == SMALL.count("\n", 0, SMALL.index('"OVERRUN"')) + 1


def test_a_file_without_rules_is_told_once_for_all_that_is_missing() -> None:
    assert [(fault.line, fault.detail["name"]) for fault in the_faults("id = 'small'")] == [
        (1, name) for name in ("in_force_from", "title", "month", "rule")
    ]


def test_a_month_without_its_sections_is_told_what_is_missing() -> None:
    bare = "[month]\nbase = 80\ncap = 110\nfloor = 0\n"
    faults = the_faults(re.sub(r"\[month\](?s:.*?)(?=\[\[rule)", bare, SMALL, count=1))
    assert {fault.detail["name"] for fault in faults} == {
        "discretion", "flag_below", "flag_last_twice_below", "roles", "grades", "pay",
    }  # fmt: skip


def test_all_faults_come_at_once_in_the_order_of_their_lines() -> None:
    text = SMALL.replace("base = 80", "base = 'x'").replace('"MOD-01"', '"MIN-01"').replace('"minor"', '"miner"')
    lines = [fault.line for fault in the_faults(text)]
    assert len(lines) == 4
    assert all(first <= second for first, second in pairwise(lines))


def test_lines_are_right_under_windows_too() -> None:
    text = changed("points = -10", "points = 10")
    assert the_faults(text.replace("\n", "\r\n"))[0].line == the_faults(text)[0].line


# The sentences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_every_fault_has_its_sentence_in_both_languages(old: str, new: str, code: str) -> None:
    for fault in the_faults(changed(old, new)):
        english = Texts("en").say(fault.key, **fault.particulars)
        chinese = Texts("zh").say(fault.key, **fault.particulars)
        assert english.startswith(f"small.toml:{fault.line}: ")
        assert chinese.startswith(f"small.toml 第{fault.line}行\N{FULLWIDTH COLON}")
        assert english[-1] in ".?"
        assert chinese[-1] in "。\N{FULLWIDTH QUESTION MARK}"


def test_both_languages_name_the_same_particulars() -> None:
    for key, words in catalogue().items():
        if key.startswith("rulebook."):
            named = [
                {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (words.en, words.zh)
            ]
            assert named[0] == named[1] >= {"file", "line"}, key


def test_no_sentence_waits_for_a_fault_that_cannot_be() -> None:
    met = {fault.key for old, new, _ in FAULTS for fault in the_faults(changed(old, new))}
    told = {key for key in catalogue() if key.startswith("rulebook.")}
    # The last one is told of the rules of shifts: test_shift_rules_file.
    elsewhere = {"rulebook.toml.deep", "rulebook.type.texts", "rulebook.tier.unused", "rulebook.type.tables"} | {
        "rulebook.number.outside"
    }
    assert told - met <= elsewhere
