"""One person's sheet of the HR workbook: head, lines, result, as on paper."""

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

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
from csdesk.render.month_style import height_of

_HEADING_ROW = 3
_COLUMNS = (
    ("date", 13, False), ("code", 12, False), ("rule", RULE_WIDTH, False), ("class", 15, False),
    ("count", 8, True), ("minutes", 9, True), ("points", 12, True), ("note", NOTE_WIDTH, False), ("source", 15, False),
)  # fmt: skip
_RULE, _POINTS, _NOTE = 2, 6, 7


def write_person(making: Making, title: str, sheet: Sheet, lines: Sequence[WrittenLine]) -> None:
    """Write the sheet of a person."""
    page = making.page(title, _HEADING_ROW)
    _write_head(page, making, sheet)
    write_headings(page, making, _HEADING_ROW, _COLUMNS)
    page.freeze_panes(_HEADING_ROW + 1, 0)
    styles = making.styles
    row = _HEADING_ROW + 1
    for line in lines:
        write_day(page, styles, row, 0, line.day)
        write_line(page, styles, row, 1, line)
        row += 1
    if not lines:
        page.write_string(row, 0, making.words.say("no-lines"), styles.hint)
        row += 1
    row = _write_result(page, making, sheet, row + 1)
    _write_struck(page, making, sheet, row + 1)


def _write_head(page: Worksheet, making: Making, sheet: Sheet) -> None:
    """Write who, when and the final score into the three rows above the headings."""
    styles, words, employee = making.styles, making.words, sheet.employee
    clean = making.cleaner.clean
    page.write_string(0, 0, clean(f"{employee.name}  {employee.number}"), styles.title)
    page.write_number(0, _POINTS, sheet.final, styles.figure)
    said = words.say("result", grade=sheet.grade, rank=sheet.rank, of=sheet.of)
    page.write_string(0, _NOTE, f"{words.say('head.final')}  {said}", styles.beside)
    about = [words.role(employee.role), employee.group, f"{words.say('hired')} {employee.hired}"]
    if employee.left is not None:
        about.append(f"{words.say('left')} {employee.left}")
    page.write_string(1, 0, clean("  ·  ".join(part for part in about if part)), styles.hint)
    page.write_string(2, 0, clean(f"{making.context.team}  ·  {words.month(sheet.month)}"), styles.hint)


def _write_result(page: Worksheet, making: Making, sheet: Sheet, row: int) -> int:
    """Write how the score and the pay come about, below the lines; returns the next free row."""
    styles, words = making.styles, making.words
    figures = (
        ("base", sheet.base, styles.whole),
        ("bonuses", sheet.bonuses, styles.signed),
        ("offences", -sheet.offences, styles.signed),
        ("automatic", sheet.automatic, styles.signed),
        ("adjustment", sheet.adjustment, styles.signed),
        ("raw", sheet.raw, styles.whole),
        ("final", sheet.final, styles.final),
    )
    for name, figure, style in figures:
        page.write_string(row, _RULE, words.say(f"head.{name}"), styles.word)
        _rule_off(page, row, styles.word)
        page.write_number(row, _POINTS, figure, style)
        row += 1
    page.write_string(row, _RULE, words.say("head.grade"), styles.word)
    _rule_off(page, row, styles.word)
    page.write_string(row, _POINTS, sheet.grade, styles.grade_right)
    page.write_string(row, _NOTE, words.say("result", grade=sheet.grade, rank=sheet.rank, of=sheet.of), styles.reason)
    row += 1
    page.write_string(row, _RULE, words.say("head.pay"), styles.word)
    _rule_off(page, row, styles.word)
    write_pay(page, making, row, _POINTS, sheet.pay_effect)
    reason = words.pay_reason(sheet, making.result.rulebook.month.pay)
    page.write_string(row, _NOTE, reason, styles.reason)
    page.set_row(row, height_of((reason, NOTE_WIDTH)))
    if sheet.flags:
        row += 1
        page.write_string(row, _RULE, words.say("head.flags"), styles.word)
        _rule_off(page, row, styles.word)
        page.write_blank(row, _POINTS, None, styles.word)
        page.write_string(row, _NOTE, words.flags(sheet), styles.flags)
        page.set_row(row, height_of((words.flags(sheet), NOTE_WIDTH)))
    return row + 1


def _rule_off(page: Worksheet, row: int, style: Format) -> None:
    """Draw the hair line through between the name of a figure and the figure."""
    for column in range(_RULE + 1, _POINTS):
        page.write_blank(row, column, None, style)


def _write_struck(page: Worksheet, making: Making, sheet: Sheet, row: int) -> None:
    """List the automatic lines that were taken out, with the reason of whoever did it."""
    if not sheet.struck:
        return
    styles = making.styles
    page.write_string(row, 0, making.words.say("struck"), styles.section)
    for place, (line, strike) in enumerate(sheet.struck, start=row + 1):
        said = making.line(line)
        page.write_string(place, 1, said.code, styles.word)
        page.write_string(place, _RULE, said.title, styles.rule)
        for column in range(_RULE + 1, _POINTS):
            page.write_blank(place, column, None, styles.word)
        page.write_number(place, _POINTS, line.points, styles.struck)
        reason = making.cleaner.clean(strike.reason)
        page.write_string(place, _NOTE, reason, styles.note)
        page.set_row(place, height_of((said.title, RULE_WIDTH), (reason, NOTE_WIDTH)))


def write_pay(page: Worksheet, making: Making, row: int, column: int, effect: Decimal | None) -> None:
    """Write a change of pay in yuan, with fen only where there are any; a dash where none applies."""
    styles = making.styles
    if effect is None:
        page.write_string(row, column, "—", styles.none)
    else:
        whole = effect == effect.to_integral_value()
        page.write_number(row, column, float(effect), styles.signed if whole else styles.signed_fen)
