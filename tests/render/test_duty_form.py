"""The forms of roster, swaps and handovers are read strictly, as the others are."""

import re

import pytest

from csdesk.core.words import Words
from csdesk.paths import form
from csdesk.render.duty_form import HANDOVER, ROSTER, SWAP, DutyForm, DutyKind, read_duty_form
from csdesk.render.form_file import fault_key
from csdesk.texts import Texts

KINDS = {"roster": ROSTER, "swap": SWAP, "handover": HANDOVER}
SMALL = """\
title = { en = "Slip", zh = "单" }

[label]
day = { en = "Day", zh = "日期" }

[lines]
notes = 3

[[note]]
text = { en = "As agreed.", zh = "如约。" }

[[signature]]
who = "leaving"
label = { en = "Leaving", zh = "交班" }

[[signature]]
who = "relief"
label = { en = "Relief", zh = "接班" }
"""
SLIP = DutyKind(labels=("day",), lines=("notes",), signers=("leaving", "relief"))


def codes_of(text: str, kind: DutyKind = SLIP) -> list[str]:
    found = read_duty_form(text, "slip.toml", kind)
    assert isinstance(found, list), found
    for fault in found:
        for language in ("en", "zh"):
            sentence = Texts("zh" if language == "zh" else "en").say(fault_key(fault), **fault.particulars)
            assert "slip.toml" in sentence
            assert not re.search(r"[{}]", sentence)
    return [fault.code for fault in found]


@pytest.mark.parametrize("name", KINDS)
def test_the_shipped_forms_are_sound(name: str) -> None:
    kind = KINDS[name]
    found = read_duty_form(form(f"{name}.toml").read_text("utf-8"), f"{name}.toml", kind)
    assert isinstance(found, DutyForm), found
    assert tuple(found.titles) == kind.titles
    assert tuple(found.labels) == kind.labels
    assert tuple(found.lines) == kind.lines
    assert tuple(signer.who for signer in found.signers) == kind.signers
    assert found.title == found.titles["title"]


def test_a_form_says_its_words_its_lines_and_who_signs() -> None:
    found = read_duty_form(SMALL, "slip.toml", SLIP)
    assert isinstance(found, DutyForm)
    assert found.title == Words("Slip", "单")
    assert found.labels == {"day": Words("Day", "日期")}
    assert found.lines == {"notes": 3}
    assert found.notes == (Words("As agreed.", "如约。"),)
    assert [(signer.who, signer.label.en) for signer in found.signers] == [("leaving", "Leaving"), ("relief", "Relief")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title =", "tittle =", "key.unknown"),
        ('day = { en = "Day", zh = "日期" }', "", "key.missing"),
        ('day = { en = "Day"', 'day = { fr = "Jour"', "key.missing"),
        ('day = { en = "Day", zh = "日期" }', 'day = { en = "Day", zh = "" }', "text.empty"),
        ("[label]", "[label]\nshoe = 1", "key.unlike"),
        ("notes = 3", "notes = 0", "form.lines"),
        ("notes = 3", "notes = 21", "form.lines"),
        ("notes = 3", "", "key.missing"),
        ('text = { en = "As agreed.", zh = "如约。" }', "", "key.missing"),
        ('"leaving"', '"pilot"', "form.choice"),
        ('"relief"', '"leaving"', "form.signer-twice"),
        ('who = "relief"', "", "key.missing"),
        ('label = { en = "Relief", zh = "接班" }', "", "key.missing"),
        ("[label]", "[label", "toml"),
    ],
)
def test_every_fault_is_told(old: str, new: str, code: str) -> None:
    assert code in codes_of(SMALL.replace(old, new, 1))


def test_what_a_form_needs_must_be_there() -> None:
    assert codes_of("") == ["key.missing"] * 4
    assert codes_of('title = { en = "Roster", zh = "排班" }', ROSTER) == ["key.missing"]


def test_notes_may_be_left_out_and_so_may_a_signer() -> None:
    text = SMALL[: SMALL.index("[[note]]")] + SMALL[SMALL.rindex("[[signature]]") :]
    found = read_duty_form(text, "slip.toml", SLIP)
    assert isinstance(found, DutyForm)
    assert found.notes == ()
    assert [signer.who for signer in found.signers] == ["relief"]
