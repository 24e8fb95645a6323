"""Whom a field for a person offers for a few letters: first whoever has a shift on the day, with the shift beside."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui.moments import short_day
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.widgets.pick_field import Choice

LISTED = 8
_LOOKED_AT = 40


class PeopleOffered(QObject):
    """Finds people for the fields of a form; it speaks the language of the moment."""

    def __init__(self, desk: Desk, duties: Duties, texts: Callable[[], Texts], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._duties = duties
        self._texts = texts

    def find(self, text: str, day: date | None, left_out: Collection[str] = ()) -> list[Choice]:
        """Return whom `text` may mean, those with a shift on `day` (today where none is known) before the others."""
        day = day or self._desk.today()
        found = [
            one for one in self._desk.people.find(text, on=day, limit=_LOOKED_AT) if one.id not in left_out
        ]  # fmt: skip
        found.sort(key=lambda person: not self._duties.of(person.id, day))
        return [self.choice(person, day) for person in found[:LISTED]]

    def choice(self, person: Employee, day: date | None) -> Choice:
        """Return somebody as a choice, with what they work on `day`."""
        text = f"{person.name} · {person.number}"
        if day is None:
            return Choice(text, person, person.group)
        codes = self._duties.of(person.id, day)
        named = short_day(day, self._texts(), self._desk.today())
        said = self.tr("{codes} on {day}") if codes else self.tr("free on {day}")
        return Choice(text, person, said.format(codes=codes, day=named))
