"""The names of sheets and columns, however people write them."""

import pytest

from csdesk.render.intake_layout import SHEETS, columns_by_name, is_code_list, layout_of
from csdesk.render.intake_rows import SheetKind
from csdesk.render.intake_words import fold


@pytest.mark.parametrize(
    "title", ["Staff", "staff", " STAFF ", "人员", "Ｓｔａｆｆ", "Staff 人员", "人员 Staff", "人员-staff", "S t a f f"]
)
def test_a_sheet_may_carry_either_name(title: str) -> None:
    layout = layout_of(title)
    assert layout is not None
    assert layout.kind is SheetKind.STAFF


@pytest.mark.parametrize("title", ["Sheet1", "", "人员2", "staffing"])
def test_another_name_is_none_of_ours(title: str) -> None:
    assert layout_of(title) is None


def test_every_kind_of_sheet_has_a_layout() -> None:
    assert [layout.kind for layout in SHEETS] == list(SheetKind)


def test_no_heading_names_two_columns_of_a_sheet() -> None:
    for layout in SHEETS:
        headings = [fold(title) for column in layout.columns for title in {column.title.en, column.title.zh}]
        assert len(headings) == len(set(headings)), layout.kind


def test_the_columns_are_those_of_the_interface() -> None:
    known = {layout.kind: " ".join(column.field + "*" * column.required for column in layout.columns)
             for layout in SHEETS}  # fmt: skip
    assert known == {
        "staff": "number* name* role* group hired* probation_end base_salary left phone",
        "incidents": "date* time number* code* points minutes count note",
        "adjustments": "month* number* points* reason*",
        "tests": "date* number* score* full",
        "workload": "month* number* workload* quality*",
        "complaints": "received* number effective quality overseas customer subject closed fine",
        "shifts": "code* start* end* break",
        "roster": "date* number* shift*",
        "swaps": "number_a* day_a* number_b* day_b reason signed_a signed_b approved approved_on",
        "leave": "number* from* to* type* approved",
        "attendance": "date* number* late early absent",
        "figures": "month* number* figure* value*",
        "ratings": "period* form* number* indicator* rater* value*",
    }


def test_a_column_answers_to_the_interface_s_own_name() -> None:
    for layout in SHEETS:
        names = columns_by_name(layout)
        assert [names[fold(column.field)] for column in layout.columns] == list(layout.columns)


@pytest.mark.parametrize(
    "heading", ["probation_end", "Probation end*", "PROBATION-END", "转正日期＊", " 转 正 日 期\n"]
)
def test_a_heading_is_forgiven_its_way_of_writing(heading: str) -> None:
    layout = layout_of("Staff")
    assert layout is not None
    assert columns_by_name(layout)[fold(heading)].field == "probation_end"


def test_the_template_s_list_of_codes_is_known_as_such() -> None:
    assert is_code_list("编号表")
    assert is_code_list("codes")
    assert not is_code_list("Code")
