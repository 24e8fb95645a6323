"""The sheet of all entries: every line of every person, to be filtered and counted."""

from collections.abc import Sequence

from csdesk.core.appraisal import Sheet
from csdesk.render.month_making import (
    NOTE_WIDTH,
    RULE_WIDTH,
    Making,
    WrittenLine,
    write_day,
    write_headings,
    write_line,
)

_HEADING_ROW = 3
_COLUMNS = (
    ("date", 13, False), ("number", 10, False), ("name", 16, False), ("code", 12, False), ("rule", RULE_WIDTH, False),
    ("class", 15, False), ("count", 8, True), ("minutes", 9, True), ("points", 8, True), ("note", NOTE_WIDTH, False),
    ("source", 15, False), ("rulebook", 20, False),
)  # fmt: skip


def write_entries(making: Making, title: str, people: Sequence[tuple[Sheet, Sequence[WrittenLine]]]) -> None:
    """Write the sheet. people: by number, each with the lines to write."""
    page = making.page(title, _HEADING_ROW)
    styles, words = making.styles, making.words
    page.write_string(0, 0, words.say("title.entries"), styles.title)
    page.write_string(1, 0, making.cleaner.clean(making.context.team), styles.hint)
    page.write_string(2, 0, words.month(making.result.month), styles.hint)
    write_headings(page, making, _HEADING_ROW, _COLUMNS)
    page.freeze_panes(_HEADING_ROW + 1, 3)
    row = _HEADING_ROW
    for sheet, lines in people:
        number = making.cleaner.clean(sheet.employee.number)
        name = making.cleaner.clean(sheet.employee.name)
        for line in lines:
            row += 1
            write_day(page, styles, row, 0, line.day)
            page.write_string(row, 1, number, styles.number)
            page.write_string(row, 2, name, styles.text)
            write_line(page, styles, row, 3, line)
            page.write_string(row, 11, line.rulebook, styles.small)
    if row == _HEADING_ROW:
        page.write_string(row + 1, 0, words.say("no-lines"), styles.hint)
        return
    page.autofilter(_HEADING_ROW, 0, row, len(_COLUMNS) - 1)
    page.ignore_errors({"number_stored_as_text": f"B{_HEADING_ROW + 2}:B{row + 1}"})
