"""How a handover is said: which shifts, how far it has come, who signed when."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.core.handover import Handover
from csdesk.core.shifts import Shift
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui.moments import Moment, short_day, written

ARROW = " → "


class HandoverWords(QObject):
    """Says it, in the language of the moment. `refresh` when shifts or people may have changed."""

    def __init__(self, desk: Desk, texts: Callable[[], Texts], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = texts
        self._shifts: Mapping[str, Shift] = {}

    def refresh(self) -> None:
        """Read the shifts anew."""
        self._shifts = {shift.id: shift for shift in self._desk.shifts.all(with_retired=True)}

    def pair(self, from_shift_id: str, to_shift_id: str) -> str:
        """Return the codes of the shift that leaves and of the one that takes over."""
        return ARROW.join(self._code(one) for one in (from_shift_id, to_shift_id))

    def _code(self, shift_id: str) -> str:
        shift = self._shifts.get(shift_id)
        return "?" if shift is None else shift.code

    def day(self, day: date) -> str:
        """Return a day in few letters."""
        return short_day(day, self._texts(), self._desk.today())

    def name(self, employee_id: str | None) -> str:
        """Return somebody's name, "" for nobody."""
        person = None if employee_id is None else self._desk.people.get(employee_id)
        return "" if person is None else person.name

    def names(self, people: Sequence[Employee], most: int = 3) -> str:
        """Return the names of a few people, and how many more there are."""
        between = "、" if self._texts().language == "zh" else ", "
        said = between.join(person.name for person in people[:most])
        return said if len(people) <= most else f"{said} +{len(people) - most}"

    def state(self, record: Handover | None, *, is_over: bool) -> str:
        """Return how far a handover has come. is_over: its day has passed."""
        if record is None:
            return self.tr("Missing") if is_over else self.tr("To be written")
        if record.is_refused:
            return self.tr("Refused")
        if record.is_done:
            return self.tr("Signed by both")
        return self.tr("To be taken over") if record.given_at is not None else self.tr("To be signed")

    def tone(self, record: Handover | None, *, is_over: bool) -> str:
        """Return the token of the state's colour."""
        if record is None:
            return "worse" if is_over else "muted"
        if record.is_refused:
            return "worse"
        return "good" if record.is_done else "text"

    def signature(self, employee_id: str | None, at: str | None) -> str:
        """Return who signs, and when they did."""
        name = self.name(employee_id) or self.tr("nobody named")
        if at is None:
            return self.tr("{name}, not signed yet").format(name=name)
        moment = datetime.fromisoformat(at).astimezone(self._desk.now().tzinfo)
        when = written(Moment(moment.date(), moment.time()), self._texts(), self._desk.today())
        return self.tr("{name}, signed {when}").format(name=name, when=when)
