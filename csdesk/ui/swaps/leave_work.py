"""What is done with leave: asked for, approved, refused, withdrawn."""

from functools import partial

from csdesk.core.leave import Leave
from csdesk.core.leaves import LeaveDraft
from csdesk.core.problem import Problem
from csdesk.ui.swaps.request_work import Ending, RequestWork


class LeaveWork(RequestWork[Leave]):
    """The work."""

    def _told(self, said: str, request: Leave) -> str:
        return said.format(leave=self._title(request))

    def ask(self, draft: LeaveDraft) -> list[Problem] | None:
        """Put a request on file; return what is wrong with it, None where the world failed."""
        return self._ask(partial(self._desk.leaves.ask, draft), self.tr("Asked: {leave}"))

    def approve(self, leave: Leave) -> None:
        """Approve, in advance or an emergency afterwards."""
        outcome = self._decide(partial(self._desk.leaves.approve, leave.id, leave.rev))
        if outcome is not None:
            self._written(outcome, self.tr("Approved: {leave}"))

    def refuse(self, leave: Leave) -> None:
        """Ask for the reason and refuse."""
        self._ask_why(
            leave,
            Ending(
                self.tr("Refuse the leave"),
                self.tr("The request stays on file with its reason."),
                self.tr("Refuse"),
                self._desk.leaves.refuse,
                self.tr("Refused: {leave}"),
            ),
        )

    def withdraw(self, leave: Leave) -> None:
        """Ask for the reason and withdraw."""
        self._ask_why(
            leave,
            Ending(
                self.tr("Withdraw the leave"),
                self.tr("The person is on the roster again; the request stays on file with its reason."),
                self.tr("Withdraw"),
                self._desk.leaves.withdraw,
                self.tr("Withdrawn: {leave}"),
            ),
        )
