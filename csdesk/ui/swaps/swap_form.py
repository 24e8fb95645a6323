"""The form that asks for a swap: two people, two days, a reason, and what the rules say of it while one types."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap, SwapDraft
from csdesk.core.swaps import Verdict
from csdesk.desk.desk import Desk
from csdesk.ui.page import Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.field_pair import FieldPair
from csdesk.ui.swaps.people_offered import PeopleOffered
from csdesk.ui.swaps.request_form import RequestForm, picked_id
from csdesk.ui.swaps.rule_lines import RuleLines
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.swaps.swap_words import SwapWords
from csdesk.ui.widgets.cards import Field, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.pick_field import Choice, PickField


class SwapForm(RequestForm):
    """The form. asked(SwapDraft). own: the swap of the register that the draft is to change, None for a new one."""

    own: Swap | None = None

    def __init__(
        self, desk: Desk, context: Context, duties: Duties, said: SwapWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.a, self.b = PickField(self._find_a), PickField(self._find_b)
        self.day_a, self.day_b = (DayField(desk.now, lambda: context.texts) for _ in range(2))
        self.reason = QLineEdit()
        self._pairs = (FieldPair(self.a, self.day_a, self), FieldPair(self.b, self.day_b, self))
        self._reason_field = Field(self.reason, self)
        in_order = (*self._pairs[0].fields, *self._pairs[1].fields, self._reason_field)
        self._fields = dict(zip(SwapDraft._fields, in_order, strict=True))
        self._desk = desk
        self._offered = PeopleOffered(desk, duties, lambda: context.texts, self)
        self._refused: Sequence[Problem] = ()
        self._rules_title, self._state = words(like="card-title"), words(like="muted")
        self.rules = RuleLines(said, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._rules_title)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.ask_button)
        column = scrolled(self)
        column.addWidget(self._title)
        for widget in (self.band, *self._pairs, self._reason_field):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addWidget(self.rules)
        column.addStretch(1)

    def _connect(self) -> None:
        self.a.picked.connect(lambda _one: self._picked(self.a, self.day_a))
        self.b.picked.connect(lambda _one: self._picked(self.b, self.day_b))
        self.day_a.textEdited.connect(self._changed)
        self.day_b.textEdited.connect(self._changed)
        for day in (self.day_a, self.day_b):
            day.changed.connect(self._changed)
        self.reason.textEdited.connect(self._changed)
        self._go_on_at_enter()

    def _go_on_at_enter(self) -> None:
        self.a.returnPressed.connect(self.day_a.setFocus)
        self.day_a.returnPressed.connect(self.b.setFocus)
        self.b.returnPressed.connect(self.day_b.setFocus)
        self.day_b.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.submit)

    def retranslate(self) -> None:
        self._title.setText(self.tr("New request"))
        self._pairs[0].set_labels(self.tr("A, who gives a shift"), self.tr("Day of A's shift"))
        self._pairs[1].set_labels(self.tr("B, who works it"), self.tr("Day of the return"))
        self._reason_field.set_label(self.tr("Reason"))
        for who in (self.a, self.b):
            who.setPlaceholderText(self.tr("Name or number"))
        self.day_a.setPlaceholderText(self.tr("For example 24"))
        self.day_b.setPlaceholderText(self.tr("None: a cover"))
        self.day_b.setToolTip(
            self.tr("The day on which A works B's shift in return; empty where B covers without a return.")
        )
        self.reason.setPlaceholderText(self.tr("Why they swap"))
        self._rules_title.setText(self.tr("The seven rules"))
        self.ask_button.setText(self.tr("Ask"))
        self.ask_button.setToolTip(self.tr("Put the request into the register (Enter)"))
        for edit, day in ((self.a, self.day_a.day), (self.b, self.day_b.day)):
            person = edit.value
            if isinstance(person, Employee):
                edit.set_choice(self._offered.choice(person, day))
        self._changed()

    # What the page calls

    def clear(self) -> None:
        self.a.set_choice(None)
        self.b.set_choice(None)
        self.day_a.show_day(None)
        self.day_b.show_day(None)
        self.reason.clear()
        self._changed()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._refused = problems
        super().show_problems(problems)

    # What is typed

    def _find_a(self, text: str) -> Sequence[Choice]:
        return self._offered.find(text, self.day_a.day)

    def _find_b(self, text: str) -> Sequence[Choice]:
        a = self.a.value
        return self._offered.find(text, self.day_b.day or self.day_a.day, [a.id] if isinstance(a, Employee) else ())

    def _picked(self, who: PickField, then: DayField) -> None:
        if who.value is not None:
            then.setFocus()
        self._changed()

    def _typed(self) -> SwapDraft | None:
        day = self.day_a.day
        if day is None:
            return None
        return SwapDraft(picked_id(self.a), day, picked_id(self.b), self.day_b.day, self.reason.text())

    def _unreadable(self) -> list[Problem]:
        problems = super()._unreadable()
        if not self.day_a.text().strip():
            problems.append(Problem.at("day_a", "swap.day-missing"))
        return problems

    def _changed(self) -> None:
        self._refused = ()
        self._judge()

    def _judge(self) -> None:
        """Show what is to be said of what is typed; what is missing or half typed is told when it is asked for."""
        verdict = self._verdict()
        self.rules.show_results(verdict.rules if verdict is not None else ())
        self._say_problems(self._refused or (verdict.problems if verdict is not None else ()))
        self._state.setText(self._said_state(verdict))

    def _verdict(self) -> Verdict | None:
        draft = self._typed()
        if draft is None or not draft.a_id or not draft.b_id or not self.day_b.is_readable:
            return None
        return self._desk.swaps.check(draft, self.own)

    def _said_state(self, verdict: Verdict | None) -> str:
        if verdict is None or verdict.problems:
            return ""
        broken = len({rule.rule for rule in verdict.broken})
        if not broken:
            return self.tr("none is broken")
        return self.tr("1 is broken") if broken == 1 else self.tr("{count} are broken").format(count=broken)
