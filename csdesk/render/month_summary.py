"""The first sheet of the HR workbook: everybody by rank, the grades, the scores."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.chart_column import ChartColumn
from xlsxwriter.worksheet import Worksheet

from csdesk.core.appraisal import Sheet
from csdesk.core.rulebook import MonthRule
from csdesk.render.month_making import Making, write_headings, write_text
from csdesk.render.month_person import write_pay
from csdesk.render.month_style import ACCENT, FONT, LINE, MUTED, height_of, width_of

_HEADING_ROW = 3
_FIRST = _HEADING_ROW + 1
_NUMBER, _NAME, _ROLE, _GROUP, _BASE, _FINAL, _GRADE, _PAY, _REASON, _FLAGS = 1, 2, 3, 4, 5, 11, 12, 13, 14, 15
_NAME_WIDTH, _GROUP_WIDTH = 26, 20  # At most; what is longer goes on below.
_REASON_WIDTH, _FLAGS_WIDTH = 36, 30


def write_summary(making: Making, title: str, links: Mapping[str, str]) -> None:
    """Write the sheet. links: the title of each person's sheet by the id of the employee."""
    page = making.page(title, _HEADING_ROW)
    sheets = making.result.sheets
    _write_head(page, making)
    write_headings(page, making, _HEADING_ROW, _columns(making, sheets))
    page.freeze_panes(_FIRST, _NAME + 1)
    for row, sheet in enumerate(sheets, start=_FIRST):
        _write_person(page, making, row, sheet, links[sheet.employee.id])
    row = _FIRST + len(sheets)
    if sheets:
        page.autofilter(_HEADING_ROW, 0, row - 1, _FLAGS)
        page.ignore_errors({"number_stored_as_text": f"B{_FIRST + 1}:B{row}"})
        row = _write_sums(page, making, row, sheets)
        row = _write_grades(page, making, row + 1, title)
    else:
        page.write_string(row, 0, making.words.say("nobody"), making.styles.hint)
        row += 1
    _write_cautions(page, making, row + 1)


def _columns(making: Making, sheets: Sequence[Sheet]) -> tuple[tuple[str, float, bool], ...]:
    names = [making.cleaner.clean(sheet.employee.name) for sheet in sheets]
    roles = [making.words.role(sheet.employee.role) for sheet in sheets]
    groups = [sheet.employee.group for sheet in sheets]
    name = width_of(names, 20 if making.words.in_both else 14, _NAME_WIDTH)
    return (
        ("rank", 7, True), ("number", 10, False), ("name", name, False), ("role", width_of(roles, 10, 30), False),
        ("group", width_of(groups, 8, _GROUP_WIDTH), False), ("base", 8, True), ("bonuses", 9, True),
        ("offences", 9, True), ("automatic", 10, True), ("adjustment", 11, True),
        ("raw", 9, True), ("final", 10, True), ("grade", 9, False),
        ("pay", 17, True), ("pay-reason", _REASON_WIDTH, False), ("flags", _FLAGS_WIDTH, False),
    )  # fmt: skip


def _write_head(page: Worksheet, making: Making) -> None:
    words, styles, context, result = making.words, making.styles, making.context, making.result
    page.write_string(0, 0, making.cleaner.clean(f"{context.team}  {words.say('title.summary')}"), styles.title)
    said = [words.month(result.month), words.say("people", count=len(result.sheets))]
    if context.closed_on is not None:
        said.append(f"{words.say('closed')} {context.closed_on}")
    page.write_string(1, 0, "  ·  ".join(said), styles.hint)
    rulebook = f"{words.say('rulebook')} {words.of(result.rulebook.title)}, {result.rulebook.id}"
    page.write_string(2, 0, f"{rulebook}  ·  {words.say('made')} {context.made_on}", styles.hint)


def _write_person(page: Worksheet, making: Making, row: int, sheet: Sheet, link: str) -> None:
    styles, words, clean, employee = making.styles, making.words, making.cleaner.clean, sheet.employee
    page.write_number(row, 0, sheet.rank, styles.whole)
    target = link.replace("'", "''")
    page.write_url(row, _NUMBER, f"internal:'{target}'!A1", styles.link, clean(employee.number))
    name, group = clean(employee.name), clean(employee.group)
    page.write_string(row, _NAME, name, styles.note)
    page.write_string(row, _ROLE, words.role(employee.role), styles.word)
    write_text(page, row, _GROUP, group, styles.note)
    page.write_number(row, _BASE, sheet.base, styles.whole)
    changes = (sheet.bonuses, -sheet.offences, sheet.automatic, sheet.adjustment)
    for column, change in enumerate(changes, start=_BASE + 1):
        page.write_number(row, column, change, styles.signed)
    page.write_number(row, _FINAL - 1, sheet.raw, styles.whole)
    page.write_number(row, _FINAL, sheet.final, styles.final)
    page.write_string(row, _GRADE, sheet.grade, styles.grade)
    write_pay(page, making, row, _PAY, sheet.pay_effect)
    reason, flags = words.pay_reason(sheet, making.result.rulebook.month.pay), words.flags(sheet)
    page.write_string(row, _REASON, reason, styles.reason)
    write_text(page, row, _FLAGS, flags, styles.flags)
    texts = ((name, _NAME_WIDTH), (group, _GROUP_WIDTH), (reason, _REASON_WIDTH), (flags, _FLAGS_WIDTH))
    page.set_row(row, height_of(*texts))


def _write_sums(page: Worksheet, making: Making, row: int, sheets: Sequence[Sheet]) -> int:
    """Write totals and averages as values; returns the next free row."""
    styles = making.styles
    for column in range(_FLAGS + 1):
        page.write_blank(row, column, None, styles.total)
    page.write_string(row, _NAME, making.words.say("total"), styles.total)
    totals = (
        sum(sheet.bonuses for sheet in sheets),
        -sum(sheet.offences for sheet in sheets),
        sum(sheet.automatic for sheet in sheets),
        sum(sheet.adjustment for sheet in sheets),
    )
    for column, total in enumerate(totals, start=_BASE + 1):
        page.write_number(row, column, total, styles.total_signed)
    pay = sum((sheet.pay_effect or Decimal(0) for sheet in sheets), Decimal(0))
    whole = pay == pay.to_integral_value()
    page.write_number(row, _PAY, float(pay), styles.total_signed if whole else styles.total_signed_fen)
    page.write_string(row + 1, _NAME, making.words.say("average"), styles.average_word)
    for column, scores in ((_FINAL - 1, [s.raw for s in sheets]), (_FINAL, [s.final for s in sheets])):
        page.write_number(row + 1, column, round(sum(scores) / len(scores), 1), styles.average)
    return row + 2


def _write_grades(page: Worksheet, making: Making, row: int, title: str) -> int:
    """Write how many people have which grade, and the two charts; returns the next free row."""
    styles, words, sheets = making.styles, making.words, making.result.sheets
    page.write_string(row, 0, words.say("grades"), styles.section)
    page.write_blank(row + 1, _NUMBER, None, styles.head)
    for column, name in ((0, "grade"), (_NAME, "range"), (_ROLE, "people"), (_GROUP, "share")):
        page.write_string(row + 1, column, words.heading(name), styles.head if column <= _NAME else styles.head_right)
    page.set_row(row + 1, 32 if words.in_both else 22)
    first = row + 2
    ranges = _ranges(making, making.result.rulebook.month)
    for place, (letter, said) in enumerate(ranges, start=first):
        count = sum(sheet.grade == letter for sheet in sheets)
        page.write_string(place, 0, letter, styles.grade)
        page.write_blank(place, _NUMBER, None, styles.word)
        page.write_string(place, _NAME, said, styles.word)
        page.write_number(place, _ROLE, count, styles.whole)
        page.write_number(place, _GROUP, round(count / len(sheets), 4), styles.share)
    last = first + len(ranges) - 1
    grades = _Range(title, first, last)
    _insert_chart(page, making, "grades", (row, _BASE), 380, grades.column(0), grades.column(_ROLE))
    people = _Range(title, _FIRST, _FIRST + len(sheets) - 1)
    width = min(max(420, 24 * len(sheets)), 900)
    _insert_chart(page, making, "scores", (row, _FINAL), width, people.column(_NAME), people.column(_FINAL))
    return row + 15


class _Range(NamedTuple):
    """Rows of a sheet, from 0, both included."""

    sheet: str
    first: int
    last: int

    def column(self, column: int) -> list[str | int]:
        """Return a column of these rows as charts want it."""
        return [self.sheet, self.first, column, self.last, column]


def _ranges(making: Making, rule: MonthRule) -> list[tuple[str, str]]:
    words = making.words
    ranges = [
        (band.letter, words.say("range.above" if band.above else "range.from", bound=band.bound)) for band in rule.bands
    ]
    return [*ranges, (rule.ungraded, words.say("range.below", bound=rule.bands[-1].bound))]


def _insert_chart(
    page: Worksheet,
    making: Making,
    name: str,
    place: tuple[int, int],
    width: int,
    categories: list[str | int],
    values: list[str | int],
) -> None:
    """Insert a plain column chart with its figures on the columns. categories, values: sheet, first cell, last cell."""
    chart = making.book.add_chart({"type": "column"})
    assert isinstance(chart, ChartColumn)
    small = {"name": FONT, "size": 8, "color": MUTED}
    chart.add_series(
        {
            "name": making.words.say(name),
            "categories": categories,
            "values": values,
            "fill": {"color": ACCENT},
            "gap": 60,
            "data_labels": {"value": True, "font": small},
        }
    )
    chart.set_title(
        {"name": making.words.say(name), "name_font": {**small, "size": 11, "bold": True}, "overlay": False}
    )
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": small, "line": {"color": LINE}, "major_tick_mark": "none"})
    chart.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": width, "height": 270})
    page.insert_chart(*place, chart, {"x_offset": 8, "y_offset": 4, "object_position": 1})


def _write_cautions(page: Worksheet, making: Making, row: int) -> None:
    """Write what the reader should know about the month and about the workbook itself."""
    said = [making.words.problem(problem) for problem in making.result.problems]
    if making.cleaner.altered:
        said.append(making.words.say("cleaned", count=making.cleaner.altered))
    for place, sentence in enumerate(said, start=row):
        page.write_string(place, 0, sentence, making.styles.warning)
