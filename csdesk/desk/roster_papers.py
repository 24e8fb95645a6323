"""Roster, swaps and handovers on paper and in a workbook: what is to be made, written whole or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from csdesk.core.cells import Cells
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.roster import in_order
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapState
from csdesk.core.swaps import applied
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.desk.writing import beside, safe_name
from csdesk.paths import form
from csdesk.render import fonts
from csdesk.render.duty_form import HANDOVER, ROSTER, SWAP, DutyForm, DutyKind, read_duty_form
from csdesk.render.handover_paper import HandoverSheet, handover_pdf
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_paper import PaperSize, roster_pdf
from csdesk.render.roster_sheet import RosterSheet
from csdesk.render.swap_paper import swap_pdf
from csdesk.render.swap_register import register_pdf
from csdesk.render.swap_sheet import SwapContext, SwapDay, SwapSheet
from csdesk.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from csdesk.desk.handovers import Handovers
    from csdesk.desk.roster import Roster
    from csdesk.desk.swaps import Swaps

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Settle = Callable[[], None]


class Make(Protocol):
    """Draws a paper or writes a workbook from values that it has been given already."""

    def __call__(self, *, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bytes:
        """Return the file's content."""


@dataclass(frozen=True, slots=True)
class DutyJob:
    """One file to be made; values only, so that a worker can make it.

    file_name: what it is called where nobody chooses a name. make: makes it; raises Cancelled (of the drawing).
    subject: what is noted as given out, for example ``roster-2026-10``. act: what the journal calls that.
    unprintable: what holds characters that no font has; said before printing. A workbook has none.
    """

    file_name: str
    make: Make
    subject: str
    act: str
    unprintable: Sequence[Problem] = ()


class RosterPapers:
    """What hangs on the wall, and what is signed: the roster, swaps and handovers."""

    def __init__(
        self, session: Session, people: People, roster: "Roster", swaps: "Swaps", handovers: "Handovers"
    ) -> None:
        self._session = session
        self._people = people
        self._roster = roster
        self._swaps = swaps
        self._handovers = handovers

    def roster(self, month: Month, language: PaperLanguage = "zh", size: PaperSize = "A4") -> DutyJob:
        """Return a month's roster as PDF, A4 or A3 across."""
        sheet = self._roster_sheet(month)
        make = partial(roster_pdf, sheet, _form("roster", ROSTER), language, size)
        texts = [sheet.shifts[shift_id].code for cell in sheet.cells.values() for shift_id in cell]
        unprintable = _unprintable([sheet.team, *(person.name for person in sheet.employees)], texts)
        suffix = "" if size == "A4" else f"-{size}"
        return DutyJob(f"roster-{month}{suffix}.pdf", make, f"roster-{month}", "roster.printed", unprintable)

    def book(self, month: Month, language: PaperLanguage = "zh", size: PaperSize = "A4") -> DutyJob:
        """Return a month's roster as a workbook. size: of the paper that it is set up for."""
        from csdesk.render.roster_book import roster_book  # what writes workbooks is loaded for one only

        sheet = self._roster_sheet(month)
        make = partial(roster_book, sheet, language, size)
        name = f"{safe_name(f'{sheet.team}-roster-{month}')}.xlsx"
        return DutyJob(name, make, f"roster-book-{month}", "roster.exported")

    def swaps(self, swap_ids: Sequence[str], language: PaperLanguage = "zh") -> DutyJob | list[Problem]:
        """Return requests as PDF, a sheet each; at least one."""
        found = [self._swaps.get(swap_id) for swap_id in swap_ids]
        swaps = [swap for swap in found if swap is not None]
        if not swaps or len(swaps) < len(found):
            return [Problem.at("", "swap.unknown")]
        sheets = [self._swap_sheet(swap)._replace(rules=self._swaps.judge(swap).rules) for swap in swaps]
        make = partial(swap_pdf, sheets, self._swap_context(language))
        numbers = "-".join(str(swap.number) for swap in (swaps[:1] if len(swaps) == 1 else [swaps[0], swaps[-1]]))
        name = f"swap-{numbers}.pdf"
        return DutyJob(name, make, name.removesuffix(".pdf"), "swap.printed", self._unprintable_swaps(sheets))

    def register(self, month: Month, language: PaperLanguage = "zh") -> DutyJob:
        """Return the register of the swaps with a day in a month as PDF, A4 across."""
        sheets = [self._swap_sheet(swap) for swap in self._swaps.all(month)]
        make = partial(register_pdf, month, sheets, self._swap_context(language))
        unprintable = self._unprintable_swaps(sheets)
        return DutyJob(f"swaps-{month}.pdf", make, f"swaps-{month}", "swaps.printed", unprintable)

    def handover(self, handover_id: str, language: PaperLanguage = "zh") -> DutyJob | list[Problem]:
        """Return the record of one handover as PDF."""
        record = self._handovers.get(handover_id)
        if record is None:
            return [Problem.at("", "handover.unknown")]
        people, shifts = self._people.by_id(), self._shifts()
        problems = {one.id: one for one in self._handovers.open_problems(record.day)}
        problems |= {one.id: one for one in self._handovers.problems_of(record.id)}
        sheet = HandoverSheet(
            team=self._team,
            made_on=self._session.today(),
            day=record.day,
            time=f"{record.time:%H:%M}",
            from_shift=shifts[record.from_shift_id],
            to_shift=shifts[record.to_shift_id],
            equipment=record.equipment,
            problems=sorted(problems.values(), key=lambda one: (one.opened_on, one.id)),
            staff_changes=record.staff_changes,
            notes=record.notes,
            given_by=people[record.given_by_id].name if record.given_by_id else "",
            given_at=self._local(record.given_at),
            taken_by=people[record.taken_by_id].name if record.taken_by_id else "",
            taken_at=self._local(record.taken_at),
            refused_reason=record.refused_reason or "",
        )
        texts = [sheet.equipment, sheet.staff_changes, sheet.notes, sheet.refused_reason]
        texts += [problem.text for problem in sheet.problems]
        unprintable = _unprintable([sheet.team, sheet.given_by, sheet.taken_by], texts)
        make = partial(handover_pdf, [sheet], _form("handover", HANDOVER), language)
        name = safe_name(
            f"handover-{record.day}-{record.time:%H%M}-{sheet.from_shift.code if sheet.from_shift else ''}"
        )
        return DutyJob(f"{name}.pdf", make, f"handover-{record.id}", "handover.printed", unprintable)

    def blank_handover(self, language: PaperLanguage = "zh") -> DutyJob:
        """Return a blank form for a handover as PDF."""
        sheet = HandoverSheet(self._team, self._session.today())
        make = partial(handover_pdf, [sheet], _form("handover", HANDOVER), language)
        unprintable = _unprintable([sheet.team], [])
        return DutyJob("handover-blank.pdf", make, "handover-blank", "handover.printed", unprintable)

    def put_out(
        self,
        job: DutyJob,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        settle: Settle | None = None,
    ) -> None:
        """Write the file of `job` to `path` and note that it was given out, or neither.

        settle: called when all is ready, right before the file takes its place; it may raise, and everything stays as
        it was. Raises Cancelled (of the drawing) or OSError likewise.
        """
        # Made and written beside before: other windows must not wait for it.
        content = job.make(progress=progress, cancelled=cancelled)
        with beside([(path, content)]) as put_in_place, self._session.store.atomic():
            self.given_out(job)
            if settle is not None:
                settle()
            put_in_place()

    def given_out(self, job: DutyJob) -> None:
        """Note in the journal that a paper was printed or a workbook given out."""
        self._session.store.settings.put(
            f"given-out-{job.subject}", self._session.today().isoformat(), self._session.act(job.act)
        )

    @property
    def _team(self) -> str:
        return self._session.store.team().name

    def _shifts(self) -> Mapping[str, Shift]:
        return {shift.id: shift for shift in self._session.store.shifts.all()}

    def _local(self, at: str | None) -> str:
        """Return a moment as it is kept, ISO text in UTC, as local day and time; "" for none."""
        if at is None:
            return ""
        return f"{datetime.fromisoformat(at).astimezone(self._session.now().tzinfo):%Y-%m-%d %H:%M}"

    def _roster_sheet(self, month: Month) -> RosterSheet:
        view = self._roster.month(month)
        return RosterSheet(
            self._team, month, self._session.today(), view.employees, view.shifts, view.cells, view.planned,
            view.gained, view.leaves, view.calendar, view.covers,
        )  # fmt: skip

    def _swap_context(self, language: PaperLanguage) -> SwapContext:
        return SwapContext(self._team, self._session.today(), language, _form("swap", SWAP))

    def _swap_sheet(self, swap: Swap) -> SwapSheet:
        """Return a swap with what it does to its days; an approved or voided one in its own place."""
        store, people, shifts = self._session.store, self._people.by_id(), self._shifts()
        days = sorted({leg.day for leg in swap.legs})
        planned: Cells = {cell: ids for day in days for cell, ids in store.roster.between(day, day).items()}
        others = {one.id: one for day in days for one in store.swaps.between(day, day) if one.id != swap.id}
        earlier = [one for one in others.values() if swap.place is None or (one.place or 0) < swap.place]
        if any(shift_id not in shifts for cell in planned.values() for shift_id in cell):
            raise StoreUnavailable("file.damaged", file=str(store.path))
        before = applied(planned, earlier)
        after = applied(before, [swap._replace(state=SwapState.APPROVED)])

        def of(cells: Cells, employee_id: str, day: date) -> list[Shift]:
            return list(in_order({shifts[one] for one in cells.get((employee_id, day), ())}))

        a, b = swap.draft.a_id, swap.draft.b_id
        told = [
            SwapDay(day, of(before, a, day), of(after, a, day), of(before, b, day), of(after, b, day)) for day in days
        ]
        return SwapSheet(swap, people[a], people[b], told)

    def _unprintable_swaps(self, sheets: Sequence[SwapSheet]) -> list[Problem]:
        names = [self._team, *(person.name for sheet in sheets for person in (sheet.a, sheet.b))]
        texts = [text for sheet in sheets for text in (sheet.swap.draft.reason, sheet.swap.decision_reason or "")]
        codes = [shift.code for sheet in sheets for day in sheet.days for shift in (*day.a_before, *day.b_before)]
        return _unprintable(names, [*texts, *codes])


def _form(name: str, kind: DutyKind) -> DutyForm:
    path = form(f"{name}.toml")
    layout = read_duty_form(path.read_text("utf-8"), path.name, kind)
    if not isinstance(layout, DutyForm):
        raise ValueError(f"{path.name}: {layout}")
    return layout


def _unprintable(names: Iterable[str], texts: Iterable[str]) -> list[Problem]:
    """Return what no font can print: each name by itself, and whatever else stands on the paper together."""
    problems = []
    for name in dict.fromkeys(names):
        if missing := fonts.missing(name):
            problems.append(Problem.at("name", "name.unprintable", name=name, characters=_shown(missing)))
    if missing := fonts.missing("".join(texts)):
        problems.append(Problem.at("", "paper.unprintable", characters=_shown(missing)))
    return problems


def _shown(characters: Sequence[str]) -> str:
    return " ".join(f"{character} (U+{ord(character):04X})" for character in characters)
