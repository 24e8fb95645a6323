"""The Swaps tab in the real window, as a supervisor uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal, Self

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.desk.roster import Change as RosterChange
from csdesk.ui.dialogs.note import NoteDialog
from csdesk.ui.dialogs.parties import PartiesDialog
from csdesk.ui.page import Change
from csdesk.ui.swaps.rule_lines import RuleLines
from csdesk.ui.swaps.swap_panel import SwapPanel
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.roster import SHIFTS, RosterPage
from csdesk.ui.tabs.swaps import LEAVE, SwapsTab
from csdesk.ui.widgets.table import DataTable
from tests.desks import a_new_desk, a_shift, somebody
from tests.ui.keyboard import CONTROL, Key
from tests.ui.pages.tab import TabInWindow

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
AND_SHIFT = CONTROL | CONTROL.ShiftModifier


def nov(day: int) -> date:
    """Return a day of November 2026."""
    return date(2026, 11, day)


@contextmanager
def a_rostered_team(folder: Path) -> Iterator[Desk]:
    """An open desk; it is 21 November 2026, 09:12.

    李娜 works D (8 to 16) on the 20th, 24th and 30th, 王铱 N (16 to 24) on the 26th, 曾雅婷 nothing.
    """
    with a_new_desk(folder) as desk:
        li, wang = somebody(desk, "0101", "李娜"), somebody(desk, "0102", "王铱")
        somebody(desk, "0103", "曾雅婷")
        day, night = a_shift(desk, "D", 8, 16), a_shift(desk, "N", 16, 24)
        cells = {(li.id, nov(number)): (day.id,) for number in (20, 24, 30)}
        cells[wang.id, nov(26)] = (night.id,)
        assert isinstance(desk.roster.set_cells(cells), RosterChange)
        yield desk


def person(desk: Desk, letters: str) -> Employee:
    """Return whom a few letters mean."""
    return desk.people.find(letters)[0]


def a_request(desk: Desk, day_a: int, day_b: int | None = None, reason: str = "") -> Swap:
    """Put a request of 李娜 and 王铱 into the register."""
    return_day = None if day_b is None else nov(day_b)
    swap = desk.swaps.ask(SwapDraft(person(desk, "ln").id, nov(day_a), person(desk, "wy").id, return_day, reason))
    assert isinstance(swap, Swap), swap
    return swap


def an_agreed_one(desk: Desk, day_a: int, day_b: int | None = None) -> Swap:
    """Put a request into the register that both have signed."""
    swap = a_request(desk, day_a, day_b)
    parties: tuple[Literal["a"], Literal["b"]] = ("a", "b")
    for party in parties:
        signed = desk.swaps.sign(swap.id, swap.rev, party, nov(21))
        assert isinstance(signed, Swap), signed
        swap = signed
    return swap


def an_approved_one(desk: Desk, day_a: int, day_b: int | None = None) -> Swap:
    """Put a swap into the register that is approved."""
    agreed = an_agreed_one(desk, day_a, day_b)
    swap = desk.swaps.approve(agreed.id, agreed.rev)
    assert isinstance(swap, Swap), swap
    return swap


def duty(desk: Desk, letters: str, day: date) -> list[str]:
    """Return the codes of the shifts that somebody works on a day."""
    month = desk.roster.month(Month.of(day))
    return [month.shifts[one].code for one in month.cells.get((person(desk, letters).id, day), ())]


def logged_codes(desk: Desk) -> list[tuple[str, str, int]]:
    """Return who was logged with what on which day of the month, void ones left out."""
    rows = desk.incidents.page(Query()).rows
    return sorted((row.employee.name, row.incident.code, row.incident.day.day) for row in rows)


class SwapsWindow(TabInWindow):
    """The Swaps tab; `keys` counts every key pressed."""

    name: TabName = "swaps"

    def close(self) -> None:
        """Close the window, whatever is typed."""
        self.page.swaps.form.clear()
        if self.page.segments.current == LEAVE:
            self.page.leave.form.clear()
        super().close()

    @property
    def page(self) -> SwapsTab:
        """The page itself."""
        page = self.window.made_page("swaps")
        assert isinstance(page, SwapsTab)
        return page

    def shown(self) -> Self:
        """Let the tab show what a test wrote behind its back."""
        self.window.context.refresh.announce(Change.EVERYTHING)
        return self

    # Swaps

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the register."""
        return self.cells(self.page.swaps.card.table)

    @property
    def states(self) -> list[str]:
        """The states in the register, from top to bottom."""
        return [row[7] for row in self.rows]

    @property
    def panel(self) -> list[str]:
        """Everything that is said of the swap that is chosen."""
        return self.page.swaps.panel.said

    @property
    def problems(self) -> list[str]:
        """Every sentence of what is wrong in the form."""
        return self.page.swaps.form.said_problems

    @property
    def is_form_front(self) -> bool:
        """Whether the form for a new request is seen, and not a swap that is chosen."""
        return self.page.swaps.form.isVisible()

    @property
    def rules(self) -> RuleLines:
        """The seven rules, in the form or the panel."""
        swaps = self.page.swaps
        if self.is_form_front:
            return swaps.form.rules
        assert isinstance(swaps.panel, SwapPanel)
        return swaps.panel.rules

    def rule(self, rule: str) -> str:
        """Return the word that stands at a rule."""
        return self.rules.word_of(rule)

    def why(self, rule: str) -> str:
        """Return the sentence that stands at a rule."""
        return self.rules.why_of(rule)

    def ask(self, a: str, day_a: str, b: str, day_b: str = "", reason: str = "") -> None:
        """Ask for a swap as one types it, the cursor in the form's first field."""
        for typed in (a, day_a, b, day_b, reason):
            self.write(typed)
            self.enter()

    @property
    def table(self) -> DataTable:
        """The table of the page in front."""
        return self.page.front.card.table

    @property
    def waiting(self) -> str:
        """What is said of the requests that wait in other months, "" where nothing is."""
        waiting = self.page.front.waiting
        return waiting.text() if waiting.isVisible() else ""

    def go_to(self, row: int) -> None:
        """Put the cursor on a row of the table in front: Ctrl+F, Down, then the arrow keys."""
        self.control(Key.Key_F)
        self.press(Key.Key_Down)
        away = row - self.table.currentIndex().row()
        self.press(*[Key.Key_Down if away > 0 else Key.Key_Up] * abs(away))

    def decide(self, key: Key) -> None:
        """Press Ctrl+Shift and a letter: A approves, R rejects, W withdraws, S records signatures."""
        self.press(key, held=AND_SHIFT)

    def give_reason(self, reason: str) -> None:
        """Write the reason that a dialog asks for, and go on."""
        self.dialog(NoteDialog)
        self.write(reason)
        self.enter()

    @property
    def parties(self) -> PartiesDialog:
        """The dialog that asks which of the two."""
        return self.dialog(PartiesDialog)

    # Leave

    def go_to_leave(self) -> None:
        """Go to the page Leave."""
        self.page.show_segment(LEAVE)

    @property
    def leaves(self) -> list[list[str]]:
        """The words of every row of the leave."""
        return self.cells(self.page.leave.card.table)

    @property
    def leave_problems(self) -> list[str]:
        """Every sentence of what is wrong in the form for leave."""
        return self.page.leave.form.said_problems

    @property
    def leave_panel(self) -> list[str]:
        """Everything that is said of the leave that is chosen."""
        return self.page.leave.panel.said


class SwapsWithRoster(SwapsWindow):
    """The tab with the real Roster tab beside it."""

    real: ClassVar[frozenset[TabName]] = frozenset({"roster"})

    def calendar_cell(self, letters: str, day: date) -> list[str]:
        """Go to the calendar of the Roster tab, and return the codes that a cell holds there."""
        page = self.window.go_to("roster")
        assert isinstance(page, RosterPage)
        page.show_segment(SHIFTS)
        view = page.calendar.view
        return [view.shifts[one].code for one in view.cells.get((person(self.desk, letters).id, day), ())]
