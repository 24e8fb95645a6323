"""The Roster tab in the real window, as a supervisor uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pytestqt.qtbot import QtBot

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.intake_dialog import IntakeDialog
from csdesk.ui.roster.people_card import PeopleCard
from csdesk.ui.roster.person_card import PersonCard
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.roster import RosterPage
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, logged, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.tab import TabInWindow

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@contextmanager
def a_team(folder: Path) -> Iterator[Desk]:
    """An open desk; it is 21 November 2026.

    李娜 in the hotline with all facts, 曾雅婷 on probation, 周文静 the manager, 欧阳喆 gone since 20 November.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk, "0101", "李娜")
        draft = replace(PersonDraft.of(li), group="hotline", base_salary=Decimal(5200), phone="8101")
        desk.people.change(li.id, li.rev, draft)
        zeng = somebody(desk, "0102", "曾雅婷", hired=date(2026, 10, 8))
        draft = replace(PersonDraft.of(zeng), group="online", probation_end=date(2027, 1, 7))
        desk.people.change(zeng.id, zeng.rev, draft)
        somebody(desk, "0001", "周文静", role=Role.MANAGER)
        somebody(desk, "0103", "欧阳喆", left=date(2026, 11, 20))
        logged(desk, li, "BON-03", date(2026, 11, 6))
        yield desk


class RosterTab(TabInWindow):
    """The Roster tab."""

    name: TabName = "roster"

    @property
    def page(self) -> RosterPage:
        """The page itself."""
        page = self.window.made_page("roster")
        assert isinstance(page, RosterPage)
        return page

    @property
    def staff(self) -> PeopleCard:
        """The list of people."""
        return self.page.people_page.people

    @property
    def person(self) -> PersonCard:
        """The card of the person with the cursor."""
        return self.page.people_page.person

    def search(self, text: str) -> None:
        """Search the list."""
        self.control(Key.Key_F)
        self.write_over(text)

    def go_to(self, name: str) -> None:
        """Put the cursor on somebody, with the arrow keys from the top."""
        self.staff.table.setFocus()
        self.control(Key.Key_Home)
        self.press(*[Key.Key_Down] * self.names.index(name))

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the list: number, name, role, group, hired, state."""
        return self.cells(self.staff.table)

    @property
    def names(self) -> list[str]:
        """The people in the list, from top to bottom."""
        return [person.name for person in self.staff.shown]

    @property
    def card(self) -> list[str]:
        """Every word on the card."""
        return self.person.said

    @property
    def facts(self) -> dict[str, str]:
        """The facts on the card."""
        person = self.person.person
        assert person is not None
        return dict(self.person.facts(person, self.window.context.texts))

    # Workbooks

    def take_in(self, path: Path) -> IntakeDialog:
        """Import the workbook at `path`, as far as its check list."""
        self.page.take_in(path)
        dialog = self.dialog(IntakeDialog)
        self.wait_until(lambda: dialog.work.check is not None)
        return dialog


@contextmanager
def a_roster_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[RosterTab]:
    """The tab in its window, closed at the end."""
    tab = RosterTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
