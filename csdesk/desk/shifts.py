"""Shift types at work: list, add, change, retire, bring back. Nothing is ever deleted.

A shift has one set of times. They can be changed until a closed month or an approved swap rests on them; from then on
other times are another shift with a code of its own, so that what has been worked and judged stands as it was.
"""

from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift, ShiftDraft, changed_time, fold_code, judge_shift
from csdesk.desk.session import Session
from csdesk.desk.shifts_used import times_stand
from csdesk.store.ids import new_id


class Shifts:
    """The team's shift types. A shift whose code changes keeps its id, and with it its place in every roster."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, *, with_retired: bool = False) -> list[Shift]:
        """Return the shifts by start, then code; those that are no longer given out only where asked."""
        return [shift for shift in self._session.store.shifts.all() if with_retired or not shift.retired]

    def get(self, shift_id: str) -> Shift | None:
        """Return the shift with this id, or None."""
        return self._session.store.shifts.get(shift_id)

    def by_code(self, code: str) -> Shift | None:
        """Return the shift that `code` means, in any case and width, or None; retired ones too."""
        return self._session.store.shifts.by_code(code)

    def add(self, draft: ShiftDraft) -> Shift | list[Problem]:
        """Define a new shift, or return what is wrong with it."""
        with self._session.store.atomic():
            shift = judge_shift(draft, self._taken(), id=new_id())
            if not isinstance(shift, Shift):
                return shift
            added = self._session.store.shifts.add(shift, self._session.act("shift.added"))
            assert added is not None  # its code was free, and nobody else writes in between
            return added

    def change(self, shift_id: str, rev: int, draft: ShiftDraft) -> Shift | list[Problem]:
        """Change a shift, read at `rev`; loses politely if another window was first."""
        with self._session.store.atomic():
            present = self.get(shift_id)
            if present is None:
                return [Problem.at("", "shift.gone")]
            shift = judge_shift(draft, self._taken(), id=shift_id, rev=rev)
            if not isinstance(shift, Shift):
                return shift
            # Who has not seen the present shift is told that first.
            problems = self._problems_of_times(present, shift) if present.rev == rev else []
            return problems or self._write(shift._replace(retired=present.retired), "shift.changed")

    def _problems_of_times(self, before: Shift, after: Shift) -> list[Problem]:
        field = changed_time(before, after)
        problem = None if field is None else times_stand(self._session.store, before)
        return [] if field is None or problem is None else [problem._replace(field=field)]

    def retire(self, shift_id: str, rev: int) -> Shift | list[Problem]:
        """Give a shift out no longer; rosters that have it keep it."""
        return self._set_retired(shift_id, rev, "shift.retired", retired=True)

    def bring_back(self, shift_id: str, rev: int) -> Shift | list[Problem]:
        """Give a retired shift out again."""
        return self._set_retired(shift_id, rev, "shift.brought-back", retired=False)

    def _set_retired(self, shift_id: str, rev: int, what: str, *, retired: bool) -> Shift | list[Problem]:
        with self._session.store.atomic():
            present = self.get(shift_id)
            if present is None:
                return [Problem.at("", "shift.gone")]
            return self._write(present._replace(retired=retired, rev=rev), what)

    def _write(self, shift: Shift, what: str) -> Shift | list[Problem]:
        written = self._session.store.shifts.update(shift, self._session.act(what))
        return written if written is not None else [Problem.at("", "shift.stale")]

    def _taken(self) -> dict[str, Shift]:
        return {fold_code(shift.code): shift for shift in self.all(with_retired=True)}
