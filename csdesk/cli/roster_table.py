"""A month's roster as lines of text: people down, days across."""

import unicodedata
from collections.abc import Iterator, Sequence

from csdesk.core.days import DayKind
from csdesk.desk.roster_document import problem_sentence
from csdesk.desk.roster_month import RosterMonth
from csdesk.texts import Texts

_GAP = " "
_FREE = "."


def roster_lines(view: RosterMonth, texts: Texts) -> Iterator[str]:
    """Yield the table, the days that are no ordinary ones, the shifts' times, and what is wrong."""
    yield from _table(view, texts)
    for kind in (DayKind.HOLIDAY, DayKind.MAKE_UP):
        days = [str(day.day) for day in view.days if view.calendar.kind(day) is kind]
        if days:
            yield texts.say(f"cli.roster.{kind}", days=" ".join(days))
    used = {duty.shift_id for duty in view.duties}
    for shift in view.shifts.values():
        if shift.id in used:
            yield f"{shift.code}: {shift.start:%H:%M}–{shift.end:%H:%M}"
    for problem in view.problems:
        yield problem_sentence(problem, texts)


def _table(view: RosterMonth, texts: Texts) -> Iterator[str]:
    weekdays = texts.say("cli.roster.weekdays").split(" ")
    heads = [["", *(str(day.day) for day in view.days), ""], ["", *(weekdays[day.weekday()] for day in view.days), ""]]
    rows = [
        [employee.number, *(_cell(view, employee.id, place) for place in range(len(view.days))), employee.name]
        for employee in view.employees
    ]
    widths = [max(_width(row[place]) for row in (*heads, *rows)) for place in range(len(heads[0]))]
    for row in (*heads, *rows):
        yield _line(row, widths)


def _cell(view: RosterMonth, employee_id: str, place: int) -> str:
    shift_ids = view.cells.get((employee_id, view.days[place]), ())
    return "+".join(view.shifts[shift_id].code for shift_id in shift_ids) or _FREE


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)]
    return _GAP.join(padded).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a console `text` takes; hanzi take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
