"""The empty intake workbook: every sheet with its headings, a line of help, drop-down lists.

Made from the same table as the reading, so whatever is filled in here can be read.
"""

import datetime
import io
from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from csdesk.core.rulebook import Rule, Rulebook, Severity
from csdesk.core.words import Language
from csdesk.render.intake_layout import (
    CODE_COLUMN,
    CODES_SHEET,
    SHEETS,
    SHIFT_COLUMN,
    SHIFTS_SHEET,
    Column,
    Kind,
    Layout,
)
from csdesk.render.intake_words import LEAVE_TYPES, ROLES, YES_NO
from csdesk.texts import Texts

_A4 = 9
_HEADING_ROW = 1
_SHIFTS = 30
"""So many shifts of the sheet Shifts are offered in the roster."""

_FIRST, _LAST = 2, 2001
"""The rows that have drop-down lists, from 0."""

_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "font_color": "#18212D"}
_FORMATS: dict[Kind, str] = {
    # Text, so that no spreadsheet program takes away a zero or makes a day of a month.
    Kind.NUMBER: "@",
    Kind.CODE: "@",
    Kind.SHIFT: "@",
    Kind.MONTH: "@",
    Kind.DAY: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd",
    Kind.TIME: "hh:mm",
    Kind.END: "hh:mm",
    Kind.MONEY: "#,##0.00",
}
_WIDTHS: dict[Kind, int] = {Kind.TEXT: 44, Kind.LINE: 18, Kind.ROLE: 16}
_PROMPTS: dict[Kind, str] = {
    Kind.NUMBER: "number",
    Kind.DAY: "day",
    Kind.MOMENT: "day",
    Kind.MONTH: "month",
    Kind.TIME: "time",
    Kind.END: "time",
}


def intake_template(language: Language, rulebook: Rulebook | None = None) -> bytes:
    """Return the empty workbook with headings in `language`; the same every time.

    rulebook: its codes are offered as a list in the sheet of incidents, and stand in a sheet of their own.
    """
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "default_format_properties": dict(_FONT)})
    book.set_properties({"author": "csdesk", "created": datetime.datetime(2026, 1, 1)})
    maker = _Maker(book, language)
    codes = maker.codes_of(rulebook) if rulebook is not None else []
    for layout in SHEETS:
        maker.write_sheet(layout, len(codes))
    if codes:
        maker.write_codes(codes)
    book.close()
    return stream.getvalue()


class _Code(NamedTuple):
    """A code of the rulebook, as words."""

    code: str
    title: str
    severity: str
    points: str


class _Maker:
    """Writes the sheets of one template."""

    def __init__(self, book: Workbook, language: Language) -> None:
        self._book = book
        self._language: Language = language
        self._texts = Texts(language)
        self._help = self._format(font_color="#556172", font_size=9)
        heading = {"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "bottom_color": "#1D5FC4", "valign": "vcenter"}
        self._required = self._format(**heading, font_color="#1D5FC4")
        self._optional = self._format(**heading, font_color="#556172")
        self._cells = {kind: self._format(num_format=code) for kind, code in _FORMATS.items()}
        self._plain = self._format()

    def write_sheet(self, layout: Layout, codes: int) -> None:
        """Write a sheet's help, headings and lists. codes: how many codes the list of codes has, or 0."""
        help_line = self._texts.say(f"intake.help.{layout.kind}")
        if layout.row is None:
            help_line += self._texts.say("intake.help.not-read")
        page = self._page(layout.title.said_in(self._language), help_line)
        for position, column in enumerate(layout.columns):
            title = column.title.said_in(self._language)
            heading = f"{title} *" if column.required else title
            page.write_string(_HEADING_ROW, position, heading, self._required if column.required else self._optional)
            width = max(_WIDTHS.get(column.kind, 13), len(heading) * (2 if self._language == "zh" else 1) + 3)
            page.set_column(position, position, width, self._cells.get(column.kind, self._plain))
            rule = self._validation(column, codes)
            if rule:
                page.data_validation(_FIRST, position, _LAST, position, rule)

    def write_codes(self, codes: Sequence[_Code]) -> None:
        """Write the list of codes, each with what it means."""
        page = self._page(CODES_SHEET.said_in(self._language), self._texts.say("intake.help.codes"))
        headings = (CODE_COLUMN.title.said_in(self._language), self._texts.say("intake.head.rule"),
                    self._texts.say("intake.head.class"), self._texts.say("intake.head.points"))  # fmt: skip
        for position, (heading, width) in enumerate(zip(headings, (13, 60, 14, 14), strict=True)):
            page.write_string(_HEADING_ROW, position, heading, self._optional)
            page.set_column(position, position, width, self._plain)
        for row, code in enumerate(codes, start=_FIRST):
            for position, text in enumerate(code):
                page.write_string(row, position, text, self._plain)

    def codes_of(self, rulebook: Rulebook) -> list[_Code]:
        """Return what can be logged by hand: overruns first, then the rules that are not automatic."""
        overruns = [_Code(each.code, each.title.said_in(self._language), "", "") for each in rulebook.overruns]
        return overruns + [self._code(rule) for rule in rulebook.rules if rule.automatic is None]

    def _code(self, rule: Rule) -> _Code:
        say = self._texts.say
        if rule.severity is Severity.DISMISSAL:
            points = say("intake.points.flagged")
        elif rule.is_range:
            points = say("intake.points.range", mildest=rule.mildest, hardest=rule.hardest)
        else:
            points = self._texts.points(rule.hardest, signed=True)
        return _Code(rule.code, rule.title.said_in(self._language), say(f"words.severity.{rule.severity}"), points)

    def _validation(self, column: Column, codes: int) -> dict[str, object]:
        """Return the list or the hint that a column's cells have."""
        if column.kind is Kind.ROLE:
            return {"validate": "list", "source": [words.said_in(self._language) for words in ROLES.values()]}
        if column.kind is Kind.LEAVE_TYPE:
            return {"validate": "list", "source": [words.said_in(self._language) for words in LEAVE_TYPES.values()]}
        if column.kind is Kind.YES_NO:
            return {"validate": "list", "source": list(YES_NO[self._language])}
        if column is CODE_COLUMN and codes:
            sheet = CODES_SHEET.said_in(self._language)
            # A warning only: the rulebook may have changed since the template was made.
            return {
                "validate": "list",
                "source": f"={sheet}!$A${_FIRST + 1}:$A${_FIRST + codes}",
                "error_type": "warning",
            }
        if column is SHIFT_COLUMN:
            sheet = SHIFTS_SHEET.said_in(self._language)
            # A warning only: most shifts are on file and need not stand in the workbook.
            return {"validate": "list", "source": f"={sheet}!$A${_FIRST + 1}:$A${_FIRST + _SHIFTS}",
                    "error_type": "warning"}  # fmt: skip
        if column.kind in _PROMPTS:
            return {"validate": "any", "input_message": self._texts.say(f"intake.prompt.{_PROMPTS[column.kind]}")}
        return {}

    def _page(self, title: str, help_line: str) -> Worksheet:
        page = self._book.add_worksheet(title)
        page.write_string(0, 0, help_line, self._help)
        page.set_row(_HEADING_ROW, 22)
        page.freeze_panes(_HEADING_ROW + 1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEADING_ROW)
        return page

    def _format(self, **properties: object) -> Format:
        return self._book.add_format({**_FONT, **properties})
