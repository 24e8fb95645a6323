"""What is done with a swap: asked, signed, approved, rejected, withdrawn, voided, and what it leads to in the log."""

from collections.abc import Sequence
from functools import partial
from typing import Literal, cast

from PySide6.QtWidgets import QWidget

from csdesk.core.incidents import Draft, Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import Query
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.dialogs.parties import Asked, Parties, PartiesDialog, Party
from csdesk.ui.page import Change, Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.request_work import Ending, RequestWork
from csdesk.ui.swaps.swap_actions import unsigned
from csdesk.ui.swaps.swap_words import SwapWords

PartyKey = Literal["a", "b"]


class SwapWork(RequestWork[Swap]):
    """The work."""

    def __init__(self, desk: Desk, context: Context, duties: Duties, words: SwapWords, page: QWidget) -> None:
        super().__init__(desk, context, words.title, page)
        self._duties = duties
        self._words = words

    def _told(self, said: str, request: Swap) -> str:
        return said.format(number=request.number, swap=self._title(request))

    # Asking

    def ask(self, draft: SwapDraft) -> list[Problem] | None:
        """Put a request into the register; return why it makes no sense, None where the world failed."""
        return self._ask(partial(self._desk.swaps.ask, draft), self.tr("Asked: swap no. {number}, {swap}"))

    def change(self, swap: Swap) -> None:
        """Ask what is to stand in a request that nobody has signed, and put that in its place."""
        from csdesk.ui.swaps.change_swap import ChangeSwapDialog  # for those who change one

        dialog = ChangeSwapDialog(swap, self._desk, self._context, self._duties, self._words, self._page)
        dialog.filled.connect(partial(self._change, dialog, swap))
        dialog.open()

    def _change(self, dialog: FormDialog, swap: Swap, draft: SwapDraft) -> None:
        step = partial(self._desk.swaps.change, swap.id, swap.rev, draft)
        self._fill(dialog, step, self.tr("Changed: swap no. {number}, {swap}"))

    # Signing and deciding

    def sign(self, swap: Swap) -> None:
        """Ask who has signed and when, and record it."""
        parties = {"a": swap.draft.a_id, "b": swap.draft.b_id}
        asked = Asked(
            self.tr("Record signatures"),
            self._words.title(swap),
            self.tr("Both sign the register before the manager decides."),
            self.tr("Record"),
            self.tr("Signed on"),
        )
        offered = [Party(key, self._words.name(parties[key])) for key in unsigned(swap)]
        dialog = PartiesDialog(asked, offered, self._desk, self._context, self._page)
        dialog.filled.connect(partial(self._sign, dialog, swap))
        dialog.open()

    def _sign(self, dialog: FormDialog, swap: Swap, parties: Parties) -> None:
        signed = swap
        for key in parties.keys:
            assert parties.day is not None  # The dialog asks for it.
            step = partial(self._desk.swaps.sign, swap.id, signed.rev, cast(PartyKey, key), parties.day)
            outcome = self._attempt(step)
            if not isinstance(outcome, Swap):
                if signed is not swap:
                    self._written(signed)
                dialog.show_problems(outcome or ())
                return
            signed = outcome
        dialog.accept()
        self._written(signed, self.tr("Signatures recorded: swap no. {number}"))

    def approve(self, swap: Swap) -> None:
        """Approve, and offer the bonus where somebody has covered without a return."""
        approved = self._decide(partial(self._desk.swaps.approve, swap.id, swap.rev))
        if approved is None:
            return
        self._written(approved)
        bonus = self.bonus_due(approved)
        if bonus:
            said = self.tr("Approved: swap no. {number}. {name} has covered without a return.").format(
                number=approved.number, name=self._words.name(approved.draft.b_id)
            )
            verb = self.tr("Log {code}").format(code=bonus[0].code)
            self.said.emit(said, partial(self.log_bonus, approved), verb)
        else:
            said = self.tr("Approved: swap no. {number}; the roster is changed.")
            self.said.emit(self._told(said, approved), partial(self._take_back, approved), "")

    def _take_back(self, swap: Swap) -> None:
        """Void what was approved a moment ago."""
        reason = self.tr("Approved by mistake (undone at once)")
        outcome = self._attempt(partial(self._desk.swaps.void, swap.id, swap.rev, reason))
        if isinstance(outcome, Swap):
            self._written(outcome, self.tr("Undone: the swap is voided, the roster as before."))
        elif outcome is not None:
            self._context.ask.sorry(self.tr("Could not be undone"), outcome)

    def reject(self, swap: Swap) -> None:
        """Ask for the reason and reject."""
        self._ask_why(
            swap,
            Ending(
                self.tr("Reject the swap"),
                self.tr("The request stays in the register with its reason; the roster stays as it is."),
                self.tr("Reject"),
                self._desk.swaps.reject,
                self.tr("Rejected: swap no. {number}"),
            ),
        )

    def withdraw(self, swap: Swap) -> None:
        """Ask for the reason and withdraw."""
        self._ask_why(
            swap,
            Ending(
                self.tr("Withdraw the request"),
                self.tr("The request stays in the register; it can be asked for again."),
                self.tr("Withdraw"),
                self._desk.swaps.withdraw,
                self.tr("Withdrawn: swap no. {number}"),
            ),
        )

    def void(self, swap: Swap) -> None:
        """Ask for the reason and void."""
        self._ask_why(
            swap,
            Ending(
                self.tr("Void the swap"),
                self.tr("The roster changes back; the swap stays in the register with its reason."),
                self.tr("Void"),
                self._desk.swaps.void,
                self.tr("Voided: swap no. {number}; the roster is as before."),
            ),
        )

    # What it leads to in the log

    def bonus_due(self, swap: Swap) -> list[Draft]:
        """Return the entry for whoever has covered; none where it is logged already or not due."""
        return [draft for draft in self._desk.swaps.cover_bonus(swap.id) if not self._is_logged(draft)]

    def may_charge(self, swap: Swap) -> bool:
        """Whether a day of the swap has come, so that an unclear handover can be charged."""
        return bool(self._desk.swaps.charge_handover(swap.id, [swap.draft.a_id, swap.draft.b_id]))

    def _is_logged(self, draft: Draft) -> bool:
        page = self._desk.incidents.page(Query(Month.of(draft.day), draft.code, draft.employee_id))
        return any(row.incident.day == draft.day and row.incident.code == draft.code for row in page.rows)

    def log_bonus(self, swap: Swap) -> None:
        """Log the bonus of whoever has covered."""
        self._log(None, self.bonus_due(swap))

    def charge(self, swap: Swap) -> None:
        """Ask who is responsible for an unclear handover, and charge them."""
        both = [Party(who, self._words.name(who)) for who in (swap.draft.a_id, swap.draft.b_id)]
        asked = Asked(
            self.tr("Charge an unclear handover"),
            self._words.title(swap),
            self.tr("A wrong or empty shift counts as absence (SER-01) of whoever is responsible."),
            self.tr("Charge"),
        )
        dialog = PartiesDialog(asked, both, self._desk, self._context, self._page, ticked=False)
        dialog.filled.connect(partial(self._charge, dialog, swap))
        dialog.open()

    def _charge(self, dialog: FormDialog, swap: Swap, parties: Parties) -> None:
        self._log(dialog, self._desk.swaps.charge_handover(swap.id, parties.keys))

    def _log(self, dialog: FormDialog | None, drafts: Sequence[Draft]) -> None:
        """Log the same for each in one step; all or nothing."""
        if not drafts:
            return
        try:
            outcome = self._desk.incidents.record_for([draft.employee_id for draft in drafts], drafts[0])
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        problems = [one for one in outcome if isinstance(one, Problem)]
        if problems and dialog is not None:
            dialog.show_problems(problems)
            return
        if problems:
            self._context.ask.sorry(self.tr("Could not be logged"), problems)
            return
        if dialog is not None:
            dialog.accept()
        self._context.refresh.announce(Change.INCIDENTS)
        logged = [one for one in outcome if isinstance(one, Incident)]
        names = self.tr(", ").join(self._words.name(one.employee_id) for one in logged)
        said = self.tr("Logged: {code} for {names}, {day}")
        day = self._words.day(logged[0].day)
        self.said.emit(said.format(code=logged[0].code, names=names, day=day), partial(self._unlog, logged), "")

    def _unlog(self, logged: Sequence[Incident]) -> None:
        """Void what was logged a moment ago."""
        reason = self.tr("Entered by mistake (undone at once)")
        try:
            outcomes = [self._desk.incidents.void(one.id, one.rev, reason) for one in logged]
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        self._context.refresh.announce(Change.INCIDENTS)
        problems = [problem for one in outcomes if not isinstance(one, Incident) for problem in one]
        if problems:
            self._context.ask.sorry(self.tr("Could not be undone"), problems)
        else:
            self.said.emit(self.tr("Undone: the entry is voided."), None, "")
