"""The Shifts page of the Roster tab in the real window: the calendar by keyboard, and what is to be read there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.roster import Change
from csdesk.ui.language import Speech
from csdesk.ui.page import Change as Written
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.calendar_grid import CalendarGrid
from csdesk.ui.roster.calendar_page import CalendarPage
from csdesk.ui.roster.calendar_sheet import Sheet
from csdesk.ui.roster.fill_dialog import FillDialog
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, somebody
from tests.ui.driving import status
from tests.ui.keyboard import Key
from tests.ui.pages.roster import RosterTab

NOVEMBER = Month(2026, 11)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_shift_of(
    desk: Desk, code: str, start: time, end: time, *, needs: tuple[int, ...] = (0,) * 7, colour: str = "blue"
) -> Shift:
    """Define a shift and return it."""
    shift = desk.shifts.add(ShiftDraft(code, start, end, 0, colour, needs))
    assert isinstance(shift, Shift), shift
    return shift


@contextmanager
def a_team_with_shifts(folder: Path) -> Iterator[Desk]:
    """An open desk on 21 November 2026: 李娜, 王红 (gone since the 20th), 曾雅婷; day, evening and night shift.

    The day takes one from Monday to Friday.
    """
    with a_new_desk(folder) as desk:
        somebody(desk, "0101", "李娜")
        somebody(desk, "0102", "王红", left=date(2026, 11, 20))
        somebody(desk, "0103", "曾雅婷")
        a_shift_of(desk, "D", time(8), time(16), needs=(1, 1, 1, 1, 1, 0, 0))
        a_shift_of(desk, "E", time(15), time(23), colour="amber")
        a_shift_of(desk, "N", time(23), time(7), colour="violet")
        yield desk


class ShiftsTab(RosterTab):
    """The Roster tab with its Shifts page in front."""

    @property
    def calendar(self) -> CalendarPage:
        """The page."""
        return self.page.calendar

    @property
    def grid(self) -> CalendarGrid:
        """The calendar itself."""
        return self.calendar.grid

    @property
    def sheet(self) -> Sheet:
        """What the calendar shows."""
        assert self.grid.sheet is not None
        return self.grid.sheet

    def go_to_cell(self, name: str, day: int) -> None:
        """Put the cursor on somebody's day, with the keys."""
        self.grid.setFocus()
        names = [person.name for person in self.sheet.people]
        self.control(Key.Key_Home)
        self.press(*[Key.Key_Down] * names.index(name), *[Key.Key_Right] * (day - 1))

    def see_all(self) -> None:
        """Let the window show what was written behind it."""
        self.window.context.refresh.announce(Written.EVERYTHING)

    def extend(self, *keys: Key) -> None:
        """Press keys while Shift is held."""
        self.press(*keys, held=SHIFT)

    def row(self, name: str) -> str:
        """The codes of somebody's month, a day each, a dot for none."""
        row = next(row for row, person in enumerate(self.sheet.people) if person.name == name)
        days = range(len(self.sheet.days))
        return " ".join("/".join(self.sheet.shifts[id].code for id in self.sheet.ids(row, day)) or "." for day in days)

    def beginning(self, name: str, days: int = 5) -> str:
        """The codes of the first days of somebody's month."""
        return " ".join(self.row(name).split()[:days])

    def stored(self, name: str, day: int) -> list[str]:
        """The codes that are on file."""
        month = self.desk.roster.month(self.window.month)
        person = next(person for person in month.employees if person.name == name)
        ids = month.cells.get((person.id, self.window.month.first.replace(day=day)), ())
        return [month.shifts[id].code for id in ids]

    @property
    def cursor(self) -> tuple[str, int]:
        """Whose day has the cursor."""
        return self.sheet.people[self.grid.selection.row].name, self.grid.selection.column + 1

    @property
    def info(self) -> str:
        """What stands below the calendar."""
        return self.calendar.info.text()

    @property
    def problems(self) -> list[str]:
        """What is wrong, from top to bottom."""
        return [self.calendar.problems.sentence(problem) for problem in self.calendar.problems.listed]

    @property
    def clipboard(self) -> str:
        """What was copied."""
        return QApplication.clipboard().text()

    def bring(self, text: str) -> None:
        """Copy `text` elsewhere."""
        QApplication.clipboard().setText(text)

    @property
    def status(self) -> list[str]:
        """What the status bar says."""
        return status(self.window)

    def tip(self, name: str, day: int) -> str:
        """What the mouse is told over somebody's day."""
        return self.grid.tip_at(self.place_of(name, day))

    def heading_tip(self, day: int) -> str:
        """What the mouse is told over a day's heading."""
        return self.grid.tip_at(QPoint(self.grid.rect_of(0, day - 1).center().x(), 5))

    # Filling automatically

    def fill(self) -> FillDialog:
        """Ask for the month to be filled and return the dialog."""
        self.action("Fill automatically")
        return self.dialog(FillDialog)

    def wish(self, name: str, day: int, what: str = "the day off") -> None:
        """Enter a wish in the dialog that fills."""
        wishes = self.dialog(FillDialog).wishes
        self.choose(wishes.who, name)
        wishes.day.setFocus()
        self.write(str(day))
        self.choose(wishes.what, what)
        wishes.add_button.click()

    def propose(self) -> list[str]:
        """Let the dialog search for a roster; return what stands in it afterwards."""
        dialog = self.dialog(FillDialog)
        dialog.done_button.click()
        self.wait_for_work()
        QApplication.processEvents()
        return dialog.told

    # By mouse

    def place_of(self, name: str, day: int) -> QPoint:
        """The middle of somebody's day on the screen."""
        names = [person.name for person in self.sheet.people]
        return self.grid.rect_of(names.index(name), day - 1).center()

    def drag(self, begin: tuple[str, int], end: tuple[str, int]) -> None:
        """Select from one cell to another with the mouse."""
        canvas, button = self.grid.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, button, pos=self.place_of(*begin))
        QTest.mouseMove(canvas, self.place_of(*end))
        QApplication.processEvents()
        QTest.mouseRelease(canvas, button, pos=self.place_of(*end))

    def click(self, place: QPoint) -> None:
        """Click somewhere on the calendar."""
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press_shift(self, code: str) -> None:
        """Press a shift's button above the calendar."""
        found = self.calendar.palette_row.findChildren(QPushButton)
        next(one for one in found if one.text().split("  ")[0] == code).click()


def planned(desk: Desk, name: str, codes: str, first: date = NOVEMBER.first) -> None:
    """Plan somebody's days from `first` on: a code each, a dot for none."""
    person = next(one for one in desk.people.all() if one.name == name)
    shifts = {shift.code: shift.id for shift in desk.shifts.all()}
    changes = {
        (person.id, date.fromordinal(first.toordinal() + place)): () if code == "." else (shifts[code],)
        for place, code in enumerate(codes.split())
    }
    assert isinstance(desk.roster.set_cells(changes), Change)


@contextmanager
def a_shifts_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[ShiftsTab]:
    """The tab in its window on November, with its Shifts page in front; closed at the end."""
    preferences.keep("roster/page", "shifts")
    tab = ShiftsTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
