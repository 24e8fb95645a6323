"""What the calendar says of a day or a cell, in the window's language: beside the mouse, below the grid, read aloud."""

from datetime import date

from PySide6.QtCore import QLocale, QObject

from csdesk.core.days import Calendar, DayKind
from csdesk.core.leave import Leave, LeaveType
from csdesk.ui.page import Context
from csdesk.ui.roster.calendar_sheet import Sheet

BETWEEN = "  \N{MIDDLE DOT}  "


def week_day_and_date(day: date, context: Context) -> str:
    """Return a day with the day of its week, in the order of the window's language."""
    week_day = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    written = context.texts.day(day)
    return f"{written}（{week_day}）" if context.texts.language == "zh" else f"{week_day} {written}"


class CellWords(QObject):
    """Speaks of cells; owned by the page."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def day(self, calendar: Calendar, day: date) -> str:
        """Return what day it is, and what the holidays make of it."""
        said = [week_day_and_date(day, self._context)]
        kind, name = calendar.kind(day), calendar.name(day)
        words = {
            DayKind.HOLIDAY: self.tr("public holiday"),
            DayKind.MAKE_UP: self.tr("worked to make up for a holiday"),
            DayKind.WEEKEND: self.tr("weekend"),
            DayKind.WORKDAY: self.tr("working day"),
        }
        if kind in (DayKind.HOLIDAY, DayKind.MAKE_UP) or name is not None:
            said.append(words[kind])
        if name is not None and self._context.texts.of(name):
            said.append(self._context.texts.of(name))
        if not calendar.is_official(day):
            said.append(self.tr("the year's notice is not known yet"))
        return BETWEEN.join(said)

    def cell(self, sheet: Sheet, row: int, column: int) -> list[str]:
        """Return who, when and what of a cell, each in its own words; problems as sentences at the end."""
        person, day, key = sheet.people[row], sheet.days[column], sheet.cell(row, column)
        said = [f"{person.number} {person.name}", self.day(sheet.calendar, day)]
        for id in sheet.ids(row, column):
            shift = sheet.shifts[id]
            said.append(f"{shift.code} {shift.start:%H:%M}\N{EN DASH}{shift.end:%H:%M}")
        if not sheet.ids(row, column) and key not in sheet.leaves:
            said.append(self.tr("off") if sheet.is_employed(row, column) else self.tr("not employed on this day"))
        if key in sheet.leaves:
            said.append(self.leave(sheet.leaves[key]))
        if key in sheet.swaps:
            said.append(self.tr("by swap no. {number}").format(number=sheet.swaps[key]))
        texts = self._context.texts
        said += [texts.say(f"roster.problem.{one.code}", **one.detail) for one in sheet.problems.get(key, ())]
        return said

    def leave(self, leave: Leave) -> str:
        """Return what leave it is, and whether it is approved."""
        kinds = {
            LeaveType.ANNUAL: self.tr("annual leave"),
            LeaveType.SICK: self.tr("sick leave"),
            LeaveType.PERSONAL: self.tr("personal leave"),
            LeaveType.OTHER: self.tr("other leave"),
        }
        said = kinds[leave.type]
        if leave.hours is not None:
            said = self.tr("{leave}, {hours} hours").format(leave=said, hours=f"{leave.hours.normalize():f}")
        return said if leave.is_approved else self.tr("{leave}, not approved yet").format(leave=said)
