"""The fields of one entry, wherever they are laid out: who, rule, points, minutes, count, when, note.

They ask only what the rule needs, find people and rules by a few letters, lead the cursor on, and read themselves into
a draft. The bar above the log and the dialog that corrects an entry lay them out, each in its own way.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.core.employee import Employee
from csdesk.core.incidents import COUNT_LIMIT, MINUTES_LIMIT, Draft, Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import RuleChoice
from csdesk.texts import Texts
from csdesk.ui.log.figure_field import FigureField
from csdesk.ui.log.moment_field import MomentField
from csdesk.ui.log.on_shift import OnShift
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import Moment, short_day
from csdesk.ui.widgets.cards import Field
from csdesk.ui.widgets.pick_field import Choice, PickField

LISTED = 8

# In the order of the cursor; the names are those of the problems' fields.
ORDER = ("employee", "code", "points", "minutes", "count", "day", "note")


class EntryFields(QObject):
    """The fields, by name in `fields`.

    changed: what the entry would do may be another. entered(name): Enter was pressed in a field and picked nothing.
    left_out: ids of people who are not offered any more. texts: gives the texts of the window's language.
    """

    changed = Signal()
    entered = Signal(str)

    def __init__(self, desk: Desk, texts: Callable[[], Texts], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = texts
        self._on_shift = OnShift(desk)
        self.left_out: Sequence[str] = ()
        self.who = PickField(self._find_people)
        self.rule = PickField(self._find_rules)
        self.points, self.minutes, self.count = FigureField(), FigureField(), FigureField()
        self.minutes.set_bounds(1, MINUTES_LIMIT)
        self.count.set_bounds(1, COUNT_LIMIT)
        self.when = MomentField(desk.now, texts)
        self.note = QLineEdit()
        edits = (self.who, self.rule, self.points, self.minutes, self.count, self.when, self.note)
        self.fields: dict[str, Field] = {name: Field(edit, parent) for name, edit in zip(ORDER, edits, strict=True)}
        self.who.picked.connect(self._who_picked)
        self.rule.picked.connect(self._rule_picked)
        for name, edit in zip(ORDER, edits, strict=True):
            edit.returnPressed.connect(lambda name=name: self.entered.emit(name))
        for figure in (self.points, self.minutes, self.count, self.when):
            figure.textEdited.connect(self.changed)
        self._ask_what_is_needed()

    def retranslate(self) -> None:
        """Say every label in the language of the moment; whoever lays the fields out calls it."""
        labels = {
            "employee": self.tr("Who"),
            "code": self.tr("Rule"),
            "minutes": self.tr("Minutes over"),
            "count": self.tr("Errors"),
            "day": self.tr("When"),
            "note": self.tr("Note"),
        }
        for name, label in labels.items():
            self.fields[name].set_label(label)
        self.who.setPlaceholderText(self.tr("Name or number"))
        self.rule.setPlaceholderText(self.tr("Code or words"))
        self.note.setPlaceholderText(self.tr("What happened"))
        person, choice = self.person, self.choice
        if person is not None:
            self.who.set_choice(self._person_choice(person))
        if choice is not None:
            self.rule.set_choice(self._rule_choice(choice))
        self._label_points()

    # What is offered

    @property
    def day(self) -> date:
        """The day of the entry; today while it cannot be read."""
        moment = self.when.moment
        return moment.day if moment is not None else self._desk.today()

    def _find_people(self, text: str) -> list[Choice]:
        offered = LISTED + len(self.left_out)
        employed = self._desk.people.find(text, on=self.day, limit=offered, first=self._first())
        # Somebody who has left is still found, behind the others, so that the day can be mended.
        others = self._desk.people.find(text, limit=offered) if len(employed) < LISTED else []
        found = [*employed, *(person for person in others if person not in employed)]
        return [self._person_choice(person) for person in found if person.id not in self.left_out][:LISTED]

    def _first(self) -> Collection[str]:
        """Return the ids of those who come first among equals: whoever is on shift, where the entry is of today."""
        return self._on_shift.ids() if self.day == self._desk.today() else ()

    def find_first(self, text: str) -> Employee | None:
        """Return who heads the list for `text`, of those employed on the day."""
        found = self._desk.people.find(text, on=self.day, limit=1, first=self._first())
        return found[0] if found else None

    def _person_choice(self, person: Employee) -> Choice:
        hint = person.group
        if not person.employed_on(self.day):
            edge = person.left if person.hired <= self.day else person.hired
            assert edge is not None  # Employed from the first day on, and not on this one: so the person has left.
            said = self.tr("left {day}") if person.hired <= self.day else self.tr("from {day}")
            hint = said.format(day=short_day(edge, self._texts(), self._desk.today()))
        return Choice(f"{person.name} · {person.number}", person, hint)

    def _find_rules(self, text: str) -> list[Choice]:
        return [self._rule_choice(choice) for choice in self._desk.incidents.find_rule(text, self.day, LISTED)]

    def _rule_choice(self, choice: RuleChoice) -> Choice:
        texts = self._texts()
        if choice.rule is None:
            # The minutes decide how grave it is.
            return Choice(f"{choice.code}  {texts.of(choice.title)}", choice)
        chip = Chip(texts.say(f"words.severity.{choice.severity}"), choice.severity)
        return Choice(f"{choice.code}  {texts.of(choice.title)}", choice, chip=chip)

    # What was chosen

    @property
    def person(self) -> Employee | None:
        """Whoever was picked."""
        value = self.who.value
        return value if isinstance(value, Employee) else None

    @property
    def choice(self) -> RuleChoice | None:
        """The rule that was picked."""
        value = self.rule.value
        return value if isinstance(value, RuleChoice) else None

    def _who_picked(self, value: object) -> None:
        self.changed.emit()
        if value is not None:
            self.rule.setFocus()

    def _rule_picked(self, value: object) -> None:
        self._ask_what_is_needed()
        self.changed.emit()
        if value is not None:
            self.first_asked().setFocus()

    def first_asked(self) -> QWidget:
        """Return the first field that the rule asks for, the note where it asks for nothing more."""
        choice = self.choice
        if choice is not None and choice.asks_points:
            return self.points
        if choice is not None and choice.asks_minutes:
            return self.minutes
        return self.count if choice is not None and choice.asks_count else self.note

    def _ask_what_is_needed(self) -> None:
        choice = self.choice
        self.fields["minutes"].setVisible(choice is not None and choice.asks_minutes)
        self.fields["points"].setVisible(choice is None or not choice.asks_minutes)
        self.fields["count"].setVisible(choice is not None and choice.asks_count)
        self.points.setEnabled(choice is not None and choice.asks_points)
        fixed = choice.rule.hardest if choice is not None and choice.rule and not choice.asks_points else None
        self.points.setText(self._texts().points(fixed, signed=True) if fixed else "")
        self.minutes.clear()
        self.count.clear()
        if choice is not None and choice.rule is not None:
            self.points.set_bounds(choice.rule.mildest, choice.rule.hardest)
        self._label_points()

    def _label_points(self) -> None:
        choice, texts = self.choice, self._texts()
        self.points.setPlaceholderText("")
        if choice is None or choice.rule is None:
            label = self.tr("Points")
        elif choice.asks_points:
            rule = choice.rule
            first, last = (texts.points(points, signed=True) for points in (rule.mildest, rule.hardest))
            label = self.tr("Points ({first} to {last})").format(first=first, last=last)
        else:
            label = self.tr("Points each") if choice.asks_count else self.tr("Points")
            self.points.setPlaceholderText("—" if choice.rule.hardest == 0 else "")
        self.fields["points"].set_label(label)

    # Filling in and reading

    def set_month(self, month: Month) -> None:
        """Let a day's number alone belong to `month`."""
        self.when.set_month(month)

    def fill(self, person: Employee | None, incident: Incident) -> None:
        """Show what an entry says. person: whom it is about."""
        self.when.show_moment(Moment(incident.day, incident.time))
        self.who.set_choice(self._person_choice(person) if person is not None else None)
        choice = self._choice_of(incident)
        self.rule.set_choice(self._rule_choice(choice) if choice is not None else None)
        self._ask_what_is_needed()
        self._show_figures(incident.points, incident.minutes, incident.count)
        self.note.setText(incident.note)
        self.note.setCursorPosition(0)
        self.changed.emit()

    def _choice_of(self, incident: Incident) -> RuleChoice | None:
        """Return what was chosen to log the entry: its rule, or the overrun that its rule is a tier of."""
        for choice in self._desk.incidents.rules(incident.day):
            if choice.code == incident.code or (choice.overrun is not None and incident.code in choice.overrun.tiers):
                return choice
        return None

    def _show_figures(self, points: int | None, minutes: int | None, count: int | None) -> None:
        choice = self.choice
        if choice is not None and choice.asks_points:
            self.points.show_number(points)
        if choice is not None and choice.asks_minutes:
            self.minutes.show_number(minutes)
        if choice is not None and choice.asks_count:
            self.count.show_number(count)

    def fill_draft(self, person: Employee | None, choice: RuleChoice | None, draft: Draft) -> None:
        """Show a draft again that was typed before. choice: its rule, if it has one."""
        self.who.set_choice(self._person_choice(person) if person is not None else None)
        self.rule.set_choice(self._rule_choice(choice) if choice is not None else None)
        self._ask_what_is_needed()
        self._show_figures(draft.points, draft.minutes, draft.count)
        self.when.show_moment(Moment(draft.day, draft.time))
        self.note.setText(draft.note)
        self.changed.emit()

    def clear(self) -> None:
        """Empty every field; When is now again."""
        self.who.set_choice(None)
        self.rule.set_choice(None)
        self._ask_what_is_needed()
        self.when.show_moment(None)
        self.note.clear()
        self.changed.emit()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        edits = (self.who, self.rule, self.minutes, self.count, self.when, self.note)
        return not any(edit.text().strip() for edit in edits) and not (self.points.isEnabled() and self.points.text())

    def draft(self) -> Draft:
        """Return what is typed; what is missing or cannot be read stays empty."""
        person, choice, moment = self.person, self.choice, self.when.moment
        return Draft(
            employee_id=person.id if person is not None else "",
            day=self.day,
            code=choice.code if choice is not None else "",
            time=moment.time if moment is not None else None,
            points=self.points.number if choice is not None and choice.asks_points else None,
            minutes=self.minutes.number if choice is not None and choice.asks_minutes else None,
            count=self.count.number if choice is not None and choice.asks_count else None,
            note=self.note.text(),
        )

    def unreadable(self) -> list[Problem]:
        """Return a problem for each field whose text says nothing that could be checked."""
        problems = []
        if self.person is None and not self.who.text().strip():
            problems.append(Problem.at("employee", "employee.missing"))
        if self.choice is None and self.rule.text().strip():
            problems.append(Problem.at("code", "rule.unknown", code=self.rule.text().strip()))
        for name, field in (("points", self.points), ("minutes", self.minutes), ("count", self.count)):
            if not field.is_readable:
                problems.append(Problem.at(name, "figure.unreadable", typed=field.text().strip()))
        if self.when.moment is None:
            problems.append(Problem.at("day", "moment.unreadable", typed=self.when.text().strip()))
        elif self.when.is_to_come:
            problems.append(Problem.at("day", "moment.future"))
        return problems

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with what is typed, in the order of the fields, one problem for each."""
        unreadable = self.unreadable()
        taken = {problem.field for problem in unreadable}
        found = [*unreadable, *(p for p in self._desk.incidents.check(self.draft()) if p.field not in taken)]
        return sorted(found, key=lambda problem: ORDER.index(problem.field) if problem.field in ORDER else -1)
