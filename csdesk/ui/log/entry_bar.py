"""The quick entry above the log: everything typed in one line, what it will do below it, Enter saves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import RuleChoice
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.log.bar_line import BarLine
from csdesk.ui.log.entry_fields import ORDER, EntryFields
from csdesk.ui.log.people_chips import GAP_BEFORE_ICON, PeopleChips
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_PADDING, GAP
from csdesk.ui.widgets.cards import button, mark_fault

if TYPE_CHECKING:
    from csdesk.desk.preview import Preview

SEPARATORS = ",，、;；"
PREVIEWED_AT_MOST = 20
_WIDTHS = {"employee": 160, "code": 190, "points": 116, "minutes": 116, "count": 76, "day": 136, "note": 120}
_SHARES = {"employee": 2, "code": 3, "note": 4}


class Typed(NamedTuple):
    """What the bar holds, so that it can be shown again. choice: the draft's rule, if one is picked."""

    people: tuple[Employee, ...]
    choice: RuleChoice | None
    draft: Draft


class EntryBar(Retranslated, QFrame):
    """The bar.

    save_asked(people's ids, Draft): Enter, and nothing is missing. changed: the draft is another now.
    discarded(Typed): the bar was emptied by Esc.
    """

    save_asked = Signal(list, object)
    changed = Signal()
    discarded = Signal(object)

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self._desk = desk
        self._context = context
        self._month = Month.of(desk.today())
        self._problems: Sequence[Problem] = ()
        self._closed: Problem | None = None
        self._adds_more = False
        self.fields = EntryFields(desk, lambda: context.texts, self)
        self.chips = PeopleChips(self)
        self.save_button = button(icon=icons.icon("arrow-bend-down-left", "on_accent"), primary=True, parent=self)
        self.save_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.line = BarLine(self)
        self._lay_out()
        self.fields.changed.connect(self._changed)
        self.fields.entered.connect(self._enter)
        self.fields.who.textEdited.connect(self._look_for_separator)
        self.fields.note.textEdited.connect(self._note_edited)
        self.chips.changed.connect(self._people_changed)
        self.save_button.clicked.connect(self._save)
        for edit in (field.edit for field in self.fields.fields.values()):
            edit.installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 12, CARD_PADDING, 12)
        column.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(10)
        for name in ORDER:
            field = self.fields.fields[name]
            field.setMinimumWidth(_WIDTHS[name])
            if name in _SHARES:
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            else:
                field.setFixedWidth(_WIDTHS[name])
            row.addWidget(field, _SHARES.get(name, 0), Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self.chips)
        column.addWidget(self.line)

    def retranslate(self) -> None:
        self.fields.retranslate()
        self.save_button.setText(self.tr("Save") + GAP_BEFORE_ICON)
        self.save_button.setToolTip(self.tr("Save the entry (Enter)"))
        self.line.set_hint(
            self.tr("A few letters of the name, then of the rule. Ctrl+Enter or a comma adds another person.")
        )
        self.setAccessibleName(self.tr("New entry"))
        self._say_all()

    # What the page calls

    def set_month(self, month: Month, closed: Problem | None) -> None:
        """Let days belong to `month`. closed: why nothing can be logged into it, None where it is open."""
        self._month = month
        self._closed = closed
        self.fields.set_month(month)
        for field in self.fields.fields.values():
            field.setEnabled(closed is None)
        self.save_button.setEnabled(closed is None)
        self.chips.setEnabled(closed is None)
        self._changed()

    @property
    def is_open(self) -> bool:
        """Whether entries can be logged into the month shown."""
        return self._closed is None

    @property
    def person(self) -> Employee | None:
        """Whom the draft is about: the one in the line, else the first of several."""
        return self.fields.person or next(iter(self.chips.people), None)

    @property
    def draft_month(self) -> Month:
        """The month that the draft belongs to."""
        return Month.of(self.fields.day)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return self.fields.is_blank and not self.chips.people

    def typed(self) -> Typed:
        """Return what is typed."""
        return Typed(self._people(), self.fields.choice, self.fields.draft())

    def show_typed(self, typed: Typed) -> None:
        """Show again what was typed before."""
        several = len(typed.people) > 1
        self.chips.set_people(typed.people if several else ())
        self.fields.fill_draft(None if several else next(iter(typed.people), None), typed.choice, typed.draft)

    def clear(self) -> None:
        """Empty the bar; the cursor is at Who."""
        self._problems = ()
        self.chips.set_people(())
        self.fields.clear()
        self.start()

    def start(self) -> None:
        """Put the cursor at Who."""
        self.fields.who.setFocus()
        self.fields.who.selectAll()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say the first problem at its field and mark the others; the cursor goes there."""
        self._problems = problems
        self._say_all()
        first = next((problem.field for problem in problems if problem.field in self.fields.fields), None)
        edit = self.fields.fields[first].edit if first is not None else None
        if isinstance(edit, QLineEdit):
            edit.setFocus()
            edit.selectAll()

    # Several people

    def _people(self) -> tuple[Employee, ...]:
        own = self.fields.person
        return (*self.chips.people, own) if own is not None else tuple(self.chips.people)

    def _people_changed(self) -> None:
        self.fields.left_out = [person.id for person in self.chips.people]
        self._changed()

    def _look_for_separator(self, text: str) -> None:
        """Take a comma behind a few letters as "and": the first person found goes into the row."""
        if text and text[-1] in SEPARATORS:
            found = self.fields.find_first(text[:-1]) if text[:-1].strip() else None
            if found is not None:
                self._add(found)
            else:
                self.fields.who.setText(text[:-1])

    def _add(self, person: Employee) -> None:
        self.fields.who.set_choice(None)
        self.chips.add(person)

    def _add_marked(self) -> None:
        """Put the person who is picked, or marked in the list, into the row."""
        self._adds_more = True
        self.fields.who.pick_first()
        self._adds_more = False
        person = self.fields.person
        if person is not None:
            self._add(person)
            self.fields.who.setFocus()

    # The draft

    def _note_edited(self) -> None:
        if any(problem.field == "note" for problem in self._problems):
            self._changed()

    def _changed(self) -> None:
        self._problems = ()
        self._say_all()
        if not self._adds_more:
            self.changed.emit()

    def _enter(self, name: str) -> None:
        """Save where nothing is missing; else go on to the next field that is, or say what is wrong with this one."""
        problems = self._all_problems()
        behind = ORDER.index(name)
        at = [ORDER.index(problem.field) for problem in problems if problem.field in ORDER]
        if at and at[0] > behind:
            edit = self.fields.fields[ORDER[at[0]]].edit
            if isinstance(edit, QLineEdit) and not edit.text().strip():
                edit.setFocus()
                return
        self._save()

    def _save(self) -> None:
        problems = self._all_problems()
        if problems:
            self.show_problems(problems)
            return
        self.save_asked.emit([person.id for person in self._people()], self.fields.draft())

    def _all_problems(self) -> list[Problem]:
        """Return everything that is wrong; of several people, the first one's problems."""
        if not self.chips.people:
            return self.fields.problems()
        line = self.fields.who.text().strip()
        unreadable = [p for p in self.fields.unreadable() if p.field != "employee"]
        if line and self.fields.person is None:
            unreadable.insert(0, Problem.at("employee", "employee.unknown"))
        taken = {problem.field for problem in unreadable}
        for person in self._people():
            found = self._desk.incidents.check(self.fields.draft()._replace(employee_id=person.id))
            if unreadable or found:
                return [*unreadable, *(problem for problem in found if problem.field not in taken)]
        return []

    # What is said below the fields

    def _say_all(self) -> None:
        texts = self._context.texts
        problems = self._problems or self._live_problems()
        at_field: dict[str, str] = {}
        for problem in problems:
            at_field.setdefault(problem.field, texts.problem(problem))
        for name, field in self.fields.fields.items():
            mark_fault(field.edit, at_field.get(name, ""))
            field.edit.setToolTip(at_field.get(name, ""))
        first = next((name for name in at_field if name in self.fields.fields), None)
        if self._closed is not None:
            self.line.say_effect(texts.problem(self._closed), "info")
        elif first is not None:
            left = self.fields.fields[first].mapTo(self, QPoint(0, 0)).x() - CARD_PADDING
            self.line.say_fault(at_field[first], left)
        elif at_field:
            self.line.say_effect(" ".join(at_field.values()), "alarm")
        else:
            self.line.say_effect(*self._effect())

    def _live_problems(self) -> list[Problem]:
        """Return what is wrong with a figure while it is typed; the rest waits for Enter."""
        if self._closed is not None or self.fields.choice is None or not self._people():
            return []
        figures = ("points", "minutes", "count")
        return [
            problem
            for problem in self._all_problems()
            if (problem.field in figures and self.fields.fields[problem.field].edit.text())  # type: ignore[attr-defined]
            or (problem.field == "day" and not self.fields.when.hasFocus())
        ]  # fmt: skip

    def _effect(self) -> tuple[str, str]:
        previews = self._previews()
        if not previews:
            return "", "info"
        from csdesk.ui.log.effect import EffectWords  # an empty bar has no effect to tell of

        effect = EffectWords(self).of(previews, self._context.texts, self._month)
        return effect.text, effect.kind

    def _previews(self) -> "list[Preview]":
        """Return what the draft would do to each person; nothing while it is not complete."""
        people = self._people()[:PREVIEWED_AT_MOST]
        if not people or self.fields.choice is None or self.fields.when.moment is None:
            return []
        previews: list[Preview] = []
        for person in people:
            preview = self._desk.incidents.preview(self.fields.draft()._replace(employee_id=person.id))
            if isinstance(preview, list):
                return []
            previews.append(preview)
        return previews

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(watched, event):
            return True
        if event.type() is QEvent.Type.FocusOut and watched is self.fields.when:
            self._say_all()
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key means in the whole bar; False where it is the field's own."""
        if event.key() == Qt.Key.Key_Escape and not self.is_blank and not self._lists_choices(watched):
            self._discard()
            return True
        if watched is not self.fields.who:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._add_marked()
            return True
        if is_enter and self.chips.people and not self.fields.who.text():
            self.fields.rule.setFocus()
            return True
        if event.key() == Qt.Key.Key_Backspace and self.chips.people and not self.fields.who.text():
            self.chips.take_last()
            return True
        return False

    def _lists_choices(self, watched: QObject) -> bool:
        return any(watched is field and field.choices for field in (self.fields.who, self.fields.rule))

    def _discard(self) -> None:
        """Empty the bar; whoever listens may offer what was typed again."""
        typed = self.typed()
        self.clear()
        self.discarded.emit(typed)
