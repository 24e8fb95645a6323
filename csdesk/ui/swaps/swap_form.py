"""The form that asks for a swap: two people, two days, a reason, and what the rules say of it while one types."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import SwapDraft
from csdesk.core.swaps import Verdict
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.field_pair import FieldPair
from csdesk.ui.swaps.people_offered import PeopleOffered
from csdesk.ui.swaps.rule_lines import RuleLines
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.swaps.swap_words import SwapWords
from csdesk.ui.widgets.cards import Band, Field, button, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.pick_field import Choice, PickField

# In the order of the cursor; the names are those of the draft's fields.
ORDER = ("a_id", "day_a", "b_id", "day_b", "reason")


class SwapForm(Retranslated, QWidget):
    """The form. asked(SwapDraft): Enter in the last fields, or the button."""

    asked = Signal(object)

    def __init__(
        self, desk: Desk, context: Context, duties: Duties, said: SwapWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._offered = PeopleOffered(desk, duties, lambda: context.texts, self)
        self._closed: Problem | None = None
        self._refused: Sequence[Problem] = ()
        self._title = words(like="card-title")
        self.a, self.b = PickField(self._find_a), PickField(self._find_b)
        self.day_a, self.day_b = (DayField(desk.now, lambda: context.texts) for _ in range(2))
        self.reason = QLineEdit()
        edits = (self.a, self.day_a, self.b, self.day_b, self.reason)
        self._edits: dict[str, QLineEdit] = dict(zip(ORDER, edits, strict=True))
        self._pairs = (FieldPair(self.a, self.day_a), FieldPair(self.b, self.day_b))
        self._reason_field = Field(self.reason)
        self.band = Band("alarm")
        self._rules_title, self._state = words(like="card-title"), words(like="muted")
        self.rules = RuleLines(said)
        self.ask_button = button(icon=icons.icon("arrow-bend-down-left", "on_accent"), primary=True)
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
        column.addWidget(self.band)
        for widget in (*self._pairs, self._reason_field):
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
        self.a.returnPressed.connect(self.day_a.setFocus)
        self.day_a.returnPressed.connect(self.b.setFocus)
        self.b.returnPressed.connect(self.day_b.setFocus)
        self.day_b.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.submit)
        self.ask_button.clicked.connect(self.submit)

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

    def set_month(self, month: Month, closed: Problem | None) -> None:
        """Let a day's number belong to `month`. closed: why nothing can be asked for in it, None where it is open."""
        self._closed = closed
        for day in (self.day_a, self.day_b):
            day.set_month(month)
        for edit in self._edits.values():
            edit.setEnabled(closed is None)
        self.ask_button.setEnabled(closed is None)
        self._changed()

    @property
    def is_open(self) -> bool:
        """Whether swaps can be asked for in the month shown."""
        return self._closed is None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not any(edit.text().strip() for edit in self._edits.values())

    def start(self) -> None:
        """Put the cursor at the first person."""
        self.a.setFocus()
        self.a.selectAll()

    def clear(self) -> None:
        """Empty the form."""
        self.a.set_choice(None)
        self.b.set_choice(None)
        self.day_a.show_day(None)
        self.day_b.show_day(None)
        self.reason.clear()
        self._changed()

    def recheck(self) -> None:
        """Judge what is typed anew, after a write."""
        self._judge()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what was refused at its field; the cursor goes to the first."""
        self._refused = problems
        self._say_problems(problems)
        first = next((name for name in ORDER if any(one.field == name for one in problems)), None)
        if first is not None:
            self._edits[first].setFocus()

    @property
    def said_problems(self) -> list[str]:
        """Every sentence of what is wrong, those at no field first."""
        return [one for one in (self.band.text, *(self.fault_of(name) for name in ORDER)) if one]

    def fault_of(self, name: str) -> str:
        """Return the sentence that stands at a field of the draft, "" where none does."""
        place = ORDER.index(name)
        return self._reason_field.said_fault if place == 4 else self._pairs[place // 2].said_fault(place % 2)

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

    def _id(self, who: PickField) -> str:
        person = who.value
        return person.id if isinstance(person, Employee) else ""

    def draft(self, day_a: date) -> SwapDraft:
        """Return what is typed, for the day of A's shift that is read from it."""
        return SwapDraft(self._id(self.a), day_a, self._id(self.b), self.day_b.day, self.reason.text())

    def _unreadable(self) -> list[Problem]:
        """Return a problem for each field whose text says nothing that could be judged."""
        problems = []
        for name, who in (("a_id", self.a), ("b_id", self.b)):
            if who.value is None:
                code = "employee.unknown" if who.text().strip() else "employee.missing"
                problems.append(Problem.at(name, code))
        for name, day in (("day_a", self.day_a), ("day_b", self.day_b)):
            if not day.is_readable:
                problems.append(Problem.at(name, "date.unreadable", typed=day.text().strip()))
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
        day = self.day_a.day
        if day is None or not self._id(self.a) or not self._id(self.b) or not self.day_b.is_readable:
            return None
        return self._desk.swaps.check(self.draft(day))

    def _said_state(self, verdict: Verdict | None) -> str:
        if verdict is None or verdict.problems:
            return ""
        broken = len({rule.rule for rule in verdict.broken})
        if not broken:
            return self.tr("none is broken")
        return self.tr("1 is broken") if broken == 1 else self.tr("{count} are broken").format(count=broken)

    def _say_problems(self, problems: Sequence[Problem]) -> None:
        texts = self._context.texts
        loose = [texts.problem(one) for one in problems if one.field not in ORDER]
        if self._closed is not None:
            self.band.say(texts.problem(self._closed), "info")
        else:
            self.band.say("\n".join(loose), "alarm")
        for place, name in enumerate(ORDER):
            sentence = next((texts.problem(one) for one in problems if one.field == name), "")
            if place == 4:
                self._reason_field.fault(sentence)
            else:
                self._pairs[place // 2].fault(place % 2, sentence)

    def submit(self) -> None:
        """Ask for what is typed, or say what is missing."""
        if self._closed is not None:
            return
        day, problems = self.day_a.day, self._unreadable()
        if problems or day is None:
            self.show_problems(problems)
        else:
            self.asked.emit(self.draft(day))
