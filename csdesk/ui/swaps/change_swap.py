"""Changes a swap that nobody has signed: the form, filled with it, in a dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.swap_form import SwapForm
from csdesk.ui.swaps.swap_words import SwapWords
from csdesk.ui.tokens import GAP

WIDTH, BETWEEN = 800, 24


class FilledForm(SwapForm):
    """The form of `swap`, the rules beside the fields; the dialog around it has the title and the button."""

    def __init__(self, swap: Swap, desk: Desk, context: Context, duties: Duties, words: SwapWords) -> None:
        super().__init__(desk, context, duties, words)
        self.own, draft = swap, swap.draft
        people = desk.people.by_id()
        self.a.set_choice(self._offered.choice(people[draft.a_id], draft.day_a))
        self.b.set_choice(self._offered.choice(people[draft.b_id], draft.day_b or draft.day_a))
        self.day_a.show_day(draft.day_a)
        self.day_b.show_day(draft.day_b)
        self.reason.setText(draft.reason)
        self.set_month(Month.of(draft.day_a), None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._rules_title)
        head.addWidget(self._state, 1)
        fields, rules = QVBoxLayout(), QVBoxLayout()
        for widget in (self.band, *self._pairs, self._reason_field):
            fields.addWidget(widget)
        rules.addLayout(head)
        rules.addWidget(self.rules)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for column in (fields, rules):
            column.setSpacing(GAP)
            column.addStretch(1)
            row.addLayout(column, 1)

    def _go_on_at_enter(self) -> None:
        """Leave Enter to the dialog."""


class ChangeSwapDialog(FormDialog):
    """The dialog. filled(SwapDraft): Enter, or the primary button."""

    def __init__(
        self, swap: Swap, desk: Desk, context: Context, duties: Duties, words: SwapWords, parent: QWidget | None
    ) -> None:
        super().__init__(parent, context.texts, WIDTH)
        self._number = swap.number
        self.form = FilledForm(swap, desk, context, duties, words)
        self.form.asked.connect(self.filled)
        self.body.addWidget(self.form)
        self.retranslate()
        self.form.start()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Change swap no. {number}").format(number=self._number))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Change"))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.form.show_problems(problems)

    @property
    def said(self) -> list[str]:
        return self.form.said_problems

    def submit(self) -> None:
        self.form.submit()
