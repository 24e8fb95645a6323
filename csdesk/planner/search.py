"""The search for a roster: the needs first, then the wishes, then the even spread, each kept from then on."""

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from csdesk.core.planning import Improvement, Placement, PlanJob, PlanStatus, Proposal, unmet_of
from csdesk.planner.model import RosterModel

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExprT

WORKERS = 2
NEEDS_UNTIL = 0.8
WISHES_UNTIL = 0.9
"""By when, as parts of the time given, a search for needs and for wishes makes way for the next."""

PATIENCE_SECONDS = 6.0
"""So long the search for a more even spread goes on without finding one."""

Tell = Callable[[Improvement], None]


def plan(job: PlanJob, tell: Tell) -> Proposal:
    """Return the best roster found in the job's time; each improvement is told on the way."""
    return _Search(job, tell).proposal()


class _Search:
    """One search; `_cells` is the best roster so far, at first the empty one."""

    def __init__(self, job: PlanJob, tell: Tell) -> None:
        self._job = job
        self._tell = tell
        self._begun = time.monotonic()
        self.roster = RosterModel(job.request)
        self._cells: tuple[Placement, ...] = ()

    def proposal(self) -> Proposal:
        """Go through the stages and return what came of them."""
        roster, request = self.roster, self._job.request
        # No number of days with somebody to clean outweighs one need.
        weight = len(request.days()) + 1
        is_best = self._make_small(weight * roster.short + roster.unclean, NEEDS_UNTIL)
        self._make_small(roster.refused, WISHES_UNTIL)
        uneven = roster.uneven(self._cells)
        self._make_small(uneven, 1.0, uneven)
        unmet = unmet_of(self._cells, request)
        if not unmet:
            return Proposal(self._cells, unmet, PlanStatus.MET)
        return Proposal(self._cells, unmet, PlanStatus.SHORT if is_best else PlanStatus.UNPROVEN)

    def _make_small(self, goal: "LinearExprT", until: float, uneven: "LinearExprT | None" = None) -> bool:
        """Make `goal` as small as time allows, keep it so, and return whether nothing smaller is possible."""
        model = self.roster.model
        model.clear_hints()
        for variable, value in self.roster.hints:
            model.add_hint(variable, value)
        model.minimize(goal)
        solver = self._solver(until)
        teller = _Teller(self, uneven)
        if uneven is None or self._job.seed is not None:
            status = solver.solve(model, teller)
        else:
            with _Patience(solver) as patience:
                teller.patience = patience
                status = solver.solve(model, teller)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            # Time was up before the first roster of this stage: what is found is left as it is.
            return False
        self._cells = tuple(one for one, variable in self.roster.place.items() if solver.boolean_value(variable))
        self.roster.hints = [(variable, solver.value(variable)) for variable, _ in self.roster.hints]
        value = solver.value(goal)
        model.add(goal <= value)
        return bool(status == cp_model.OPTIMAL or value == 0)

    def _solver(self, until: float) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        # An interrupt ends the process, not only the stage that it finds the solver in.
        solver.parameters.catch_sigint_signal = False
        seconds = max(self._job.seconds * until - (time.monotonic() - self._begun), 0.1)
        if self._job.seed is None:
            solver.parameters.num_workers = WORKERS
            solver.parameters.max_time_in_seconds = seconds
        else:
            # The clock and a second worker would make two searches differ.
            solver.parameters.num_workers = 1
            solver.parameters.random_seed = self._job.seed
            solver.parameters.max_deterministic_time = self._job.seconds * until
        return solver

    def told(self, missing: int, refused: int, uneven: int | None) -> None:
        """Tell what the newest roster is like."""
        passed = (time.monotonic() - self._begun) / self._job.seconds
        self._tell(Improvement(min(round(passed, 3), 1.0), missing, refused, uneven))


class _Patience:
    """Stops a solver that has found nothing better for a while."""

    def __init__(self, solver: cp_model.CpSolver) -> None:
        self._solver = solver
        self._ends = time.monotonic() + PATIENCE_SECONDS
        self._done = Event()
        self._thread = Thread(target=self._wait, daemon=True)

    def __enter__(self) -> "_Patience":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def renew(self) -> None:
        """Begin to wait anew."""
        self._ends = time.monotonic() + PATIENCE_SECONDS

    def _wait(self) -> None:
        while not self._done.wait(max(self._ends - time.monotonic(), 0.05)):
            if time.monotonic() >= self._ends:
                self._solver.stop_search()


class _Teller(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # mypy looks where OR-Tools is not installed
    """Hears of each roster that the solver finds."""

    def __init__(self, search: _Search, uneven: "LinearExprT | None") -> None:
        super().__init__()
        self._search = search
        self._uneven = uneven
        self.patience: _Patience | None = None
        roster = search.roster
        self._short, self._refused = roster.short, roster.refused

    def on_solution_callback(self) -> None:
        """Tell of the roster, and look no further where nothing is left to be made smaller; called by the solver."""
        uneven = None if self._uneven is None else self.value(self._uneven)
        self._search.told(self.value(self._short), self.value(self._refused), uneven)
        if self.patience is not None:
            self.patience.renew()
        if self.objective_value == 0:
            self.stop_search()
