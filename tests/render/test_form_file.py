"""Form files are read strictly: a form, or every fault with its line and a sentence that helps."""

import re

import pytest

from csdesk.core.employee import Role
from csdesk.core.words import Words
from csdesk.paths import form
from csdesk.render.form_file import Figure, HeadField, LineField, PaperForm, PartKind, fault_key, read_form
from csdesk.texts import Texts

SMALL = """\
title = { en = "Slip", zh = "单" }
head = [{ field = "name", label = { en = "Name", zh = "姓名" } }, { label = { en = "Place", zh = "地点" } }]

[[part]]
kind = "text"
text = { en = "Base {base}, {{no}} more than {cap}.", zh = "基础分{base}。" }

[[part]]
kind = "result"
figure = [{ field = "final", label = { en = "Score", zh = "得分" } }]

[[part]]
kind = "lines"
title = { en = "Lines", zh = "明细" }
column = [{ field = "title", width = 3, label = { en = "Rule", zh = "条目" } }]

[[part]]
kind = "summary"
title = { en = "Summary", zh = "汇总" }
column = [{ field = "code", width = 3, label = { en = "Code", zh = "编号" } }]

[[part]]
kind = "writing"
title = { en = "View", zh = "意见" }
lines = 2
beside = true

[[part]]
kind = "grid"
title = { en = "Goals", zh = "目标" }
lines = 3
column = [{ width = 1, label = { en = "Goal", zh = "目标" } }]

[[signatures]]
roles = ["agent"]
box = [{ label = { en = "Agent", zh = "专员" } }]

[[signatures]]
box = [{ label = { en = "Somebody", zh = "某人" } }]
"""


def read(text: str) -> PaperForm:
    found = read_form(text, "slip.toml")
    assert isinstance(found, PaperForm), found
    return found


def faults(text: str) -> list[tuple[int, str]]:
    found = read_form(text, "slip.toml")
    assert isinstance(found, list)
    for fault in found:
        if fault.code.startswith("form."):
            for language in ("en", "zh"):
                sentence = Texts(language).say(fault_key(fault), **fault.particulars)
                assert "slip.toml" in sentence
                assert not re.search(r"[{}]", sentence)
    return [(fault.line, fault.code) for fault in found]


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


@pytest.mark.parametrize("name", ["appraisal", "interview"])
def test_the_shipped_forms_are_sound(name: str) -> None:
    found = read_form(form(f"{name}.toml").read_text("utf-8"), f"{name}.toml")
    assert isinstance(found, PaperForm), found
    assert found.name == name


def test_a_form_says_what_stands_on_the_paper() -> None:
    found = read(SMALL)
    assert found.name == "slip"
    assert found.title == Words("Slip", "单")
    assert [head.field for head in found.head] == [HeadField.NAME, None]
    assert [part.kind for part in found.parts] == [
        PartKind.TEXT,
        PartKind.RESULT,
        PartKind.LINES,
        PartKind.SUMMARY,
        PartKind.WRITING,
        PartKind.GRID,
    ]
    assert found.parts[1].figures[0].figure is Figure.FINAL
    assert found.parts[1].pay is found.parts[1].flags is None
    assert found.parts[2].columns[0].field is LineField.TITLE
    assert (found.parts[4].lines, found.parts[4].beside) == (2, True)
    assert found.parts[5].columns[0].field is None


def test_who_signs_goes_by_role_and_else_by_the_entry_without_roles() -> None:
    found = read(SMALL)
    assert found.boxes(Role.AGENT) == (Words("Agent", "专员"),)
    assert found.boxes(Role.SUPERVISOR) == found.boxes(None) == (Words("Somebody", "某人"),)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('kind = "text"', 'kind = "poem"', "form.choice"),
        ('field = "name"', 'field = "shoe_size"', "form.choice"),
        ('field = "final"', 'field = "fine"', "form.choice"),
        ('field = "title"', 'field = "tittle"', "form.choice"),
        ("lines = 2", 'lines = 2\npay = { en = "Pay", zh = "工资" }', "form.not-here"),
        ("{cap}", "{cap", "form.braces"),
        ("{cap}", "{hat}", "form.particular"),
        ("lines = 3", "lines = 0", "form.lines"),
        ("lines = 3", "lines = 41", "form.lines"),
        ("width = 1", "width = 0", "form.width"),
        ('roles = ["agent"]', 'roles = ["pilot"]', "form.role"),
        ('roles = ["agent"]', 'roles = ["agent", "agent"]', "form.role-twice"),
        ('title = { en = "Slip", zh = "单" }', 'title = { en = "Slip" }', "key.missing"),
        ('label = { en = "Place", zh = "地点" }', 'label = { en = "Place" }', "key.missing"),
        ('label = { en = "Score", zh = "得分" }', 'label = { en = "Score" }', "key.missing"),
        ('text = { en = "Base {base}, {{no}} more than {cap}.", zh = "基础分{base}。" }', "", "key.missing"),
        ('title = { en = "View", zh = "意见" }', "", "key.missing"),
        ('title = { en = "Goals", zh = "目标" }', "", "key.missing"),
        ('title = { en = "Lines", zh = "明细" }', "", "key.missing"),
        ('kind = "text"', "", "key.missing"),
        ("width = 3, label", "width = 3, colour = 7, label", "key.unlike"),
        ("lines = 3", 'lines = "3"', "type.integer"),
        ("[[part]]", "[[part]", "toml"),
    ],
)
def test_every_fault_is_told(old: str, new: str, code: str) -> None:
    assert code in [each for _, each in faults(SMALL.replace(old, new, 1))]


def test_a_fault_is_told_with_its_line() -> None:
    text = SMALL.replace("lines = 3", "lines = 99").replace('"agent"', '"pilot"')
    assert faults(text) == [(line_of(text, "lines = 99"), "form.lines"), (line_of(text, '["pilot"'), "form.role")]


def test_signatures_without_roles_stand_exactly_once() -> None:
    twice = SMALL.replace('roles = ["agent"]\n', "")
    assert [code for _, code in faults(twice)] == ["form.everybody-twice"]
    never = SMALL[: SMALL.rindex("[[signatures]]")]
    assert [code for _, code in faults(never)] == ["form.no-everybody"]


def test_a_role_signs_in_one_place() -> None:
    again = SMALL.replace(
        "[[signatures]]\nbox",
        '[[signatures]]\nroles = ["agent"]\nbox = [{ label = { en = "A", zh = "甲" } }]\n\n[[signatures]]\nbox',
    )
    assert [code for _, code in faults(again)] == ["form.role-twice"]


def test_more_boxes_than_fit_beside_each_other_are_refused() -> None:
    box = '{ label = { en = "Somebody", zh = "某人" } }'
    assert [code for _, code in faults(SMALL.replace(box, ", ".join([box] * 7)))] == ["form.boxes"]
