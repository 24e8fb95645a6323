"""What the card beside the log says of one person: the month's score so far, how it came about, what is near."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from csdesk.core.appraisal import Flag, FlagCode, PayReason, Sheet, Source
from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.rulebook import Severity
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow
from csdesk.desk.preview import escalation_rule
from csdesk.texts import Texts
from csdesk.ui.language import Retranslated
from csdesk.ui.log.entry_words import EntryWords
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Band, button, steady, words
from csdesk.ui.widgets.waterfall import Step, StepKind, Waterfall, step

LAST = 4
_LOUD = frozenset({FlagCode.BELOW_60, FlagCode.DISMISSAL})


class PersonFigures(Retranslated, QScrollArea):
    """The figures of the person shown last; `show_person` reckons them anew. only_asked: all the person's entries."""

    only_asked = Signal()

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._entry_words = EntryWords(self)
        self._shown: tuple[Employee, Month] | None = None
        self._name, self._so_far = words(like="title"), words(like="muted")
        self._score, self._grade = words(like="figure"), words(like="grade")
        self._about = words(like="hint")
        self._flags = Band("alarm")
        self._pay = words(like="hint")
        self._waterfall = Waterfall()
        self._counts = QVBoxLayout()
        self._last_title = words(like="card-title")
        self._only = button(quiet=True)
        self._last = words(like="muted")
        self._lay_out()
        self._only.clicked.connect(self.only_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        look(inner, "clear")
        column = QVBoxLayout(inner)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._so_far, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 0, GAP, 0)  # As far from the scroll bar as the words of the button below.
        figures = QHBoxLayout()
        figures.setSpacing(16)
        figures.addWidget(self._score)
        figures.addWidget(self._grade)
        figures.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self._last_title, 1)
        last.addWidget(self._only)
        self._counts.setSpacing(2)
        for label in (self._name, self._about, self._pay, self._last):
            label.setWordWrap(True)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addLayout(figures)
        column.addWidget(self._pay)
        column.addWidget(self._flags)
        column.addWidget(self._waterfall)
        column.addLayout(self._counts)
        column.addSpacing(4)
        column.addLayout(last)
        column.addWidget(self._last)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steady(self, column)

    def retranslate(self) -> None:
        self._last_title.setText(self.tr("Last entries"))
        self._only.setText(self.tr("Show all"))
        self._only.setToolTip(self.tr("Show only this person's entries in the table"))
        if self._shown is not None:
            self.show_person(*self._shown)

    def show_person(self, person: Employee, month: Month) -> None:
        """Reckon somebody's `month` and show it."""
        self._shown = person, month
        texts = self._context.texts
        today = self._desk.today()
        named = month_name(month, texts, today)
        is_past = month < Month.of(today)
        self._name.setText(person.name)
        self._so_far.setText(named if is_past else self.tr("{month} so far").format(month=named))
        group = f" · {person.group}" if person.group else ""
        self._about.setText(f"{person.number} · {texts.say(f'words.role.{person.role}')}{group}")
        sheet = self._desk.months.running(person.id, month)
        is_appraised = isinstance(sheet, Sheet)
        for widget in (self._score, self._grade, self._waterfall):
            widget.setVisible(is_appraised)
        if isinstance(sheet, Sheet):
            self._show_sheet(sheet, texts)
        else:
            self._flags.say(texts.problem(sheet), "info")
            self._pay.hide()
            self._show_counts([])
        self._show_last(self._desk.incidents.last_of(person.id, month, LAST), texts)

    def _show_sheet(self, sheet: Sheet, texts: Texts) -> None:
        self._score.setText(texts.points(sheet.final))
        self._grade.setText(sheet.grade)
        self._grade.setToolTip(self.tr("Grade by the score so far"))
        self._waterfall.set_steps(self.steps(sheet, texts))
        self._say_flags(sheet.flags, texts)
        self._say_pay(sheet, texts)
        self._show_counts(self._near(sheet, texts))

    def steps(self, sheet: Sheet, texts: Texts) -> list[Step]:
        """Return the bars from the base to the score; what moved nothing is left out."""
        steps = [Step(texts.say("words.line.base"), sheet.base, StepKind.BASE)]
        logged = [line for line in sheet.lines if line.source is Source.LOG]
        for severity in (Severity.BONUS, Severity.MINOR, Severity.MODERATE, Severity.SERIOUS):
            lines = [line for line in logged if line.kind == severity]
            if lines:
                count = sum(line.count for line in lines)
                label = self._class(severity)
                points = sum(line.points for line in lines)
                steps.append(step(f"{label} ×{count}" if count > 1 else label, points))
        for line in sheet.lines:
            if line.source is Source.AUTOMATIC:
                steps.append(step(self.tr("{code} automatic").format(code=line.code), line.points, texts.reason(line)))
        for line in sheet.lines:
            if line.source is Source.ADJUSTMENT:
                steps.append(step(self.tr("Adjustment"), line.points, line.note))
        if sheet.raw != sheet.final:
            cut = self.tr("Held at {limit}").format(limit=sheet.final)
            steps.append(step(cut, sheet.final - sheet.raw))
        return [*steps, Step(self.tr("Score"), sheet.final, StepKind.TOTAL)]

    def _class(self, severity: Severity) -> str:
        return {
            Severity.BONUS: self.tr("Bonuses"),
            Severity.MINOR: self.tr("Minor"),
            Severity.MODERATE: self.tr("Moderate"),
            Severity.SERIOUS: self.tr("Serious"),
            Severity.DISMISSAL: self.tr("Dismissal"),
        }[severity]

    def _say_flags(self, flags: Sequence[Flag], texts: Texts) -> None:
        kind = "alarm" if any(flag.code in _LOUD for flag in flags) else "warning"
        self._flags.say("\n".join(texts.flag(flag) for flag in flags), kind)

    def _say_pay(self, sheet: Sheet, texts: Texts) -> None:
        """Say from when on somebody new has a pay effect."""
        rulebook = self._desk.rulebooks().on(sheet.month.last)
        is_exempt = sheet.pay_reason is PayReason.EXEMPT and rulebook is not None
        self._pay.setVisible(is_exempt)
        if is_exempt and rulebook is not None:
            begins = Month.of(sheet.employee.hired).plus(rulebook.month.pay.exempt_months)
            said = self.tr("Newcomer: the pay effect begins in {month}.")
            self._pay.setText(said.format(month=texts.month(begins)))

    def _near(self, sheet: Sheet, texts: Texts) -> list[tuple[str, str]]:
        """Return how near each count is to the escalation, with its look."""
        rule = escalation_rule(self._desk.rulebooks(), sheet.month)
        if rule is None or rule.automatic is None:
            return []
        points = texts.points(rule.hardest)
        is_counted = any(line.reason == "escalation" for line in sheet.lines)
        is_struck = any(line.reason == "escalation" for line, _ in sheet.struck)
        lines = []
        for severity, bound in reversed(rule.automatic.at_least):
            count = sheet.offence_counts.get(severity, 0)
            said, like = self.tr("{severity} {count} of {bound}"), "muted"
            if count >= bound:
                if is_struck:
                    said = self.tr("{severity} {count} of {bound} ({points} struck)")
                else:
                    said, like = self.tr("{severity} {count} of {bound} ({points} counted)"), "alarm"
            elif count == bound - 1 and not (is_counted or is_struck):
                said, like = self.tr("{severity} {count} of {bound} (1 more: {points})"), "worse"
            lines.append((said.format(severity=self._class(severity), count=count, bound=bound, points=points), like))
        return lines

    def _show_counts(self, lines: Sequence[tuple[str, str]]) -> None:
        while self._counts.count():
            item = self._counts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for said, like in lines:
            self._counts.addWidget(words(said, like))

    @property
    def said(self) -> list[str]:
        """Everything that is said about the person, from top to bottom."""
        counts = (self._counts.itemAt(place) for place in range(self._counts.count()))
        labels = [item.widget() for item in counts if item is not None]
        near = [label.text() for label in labels if isinstance(label, QLabel)]
        shown = [label.text() for label in (self._name, self._score, self._grade) if not label.isHidden()]
        pay = [] if self._pay.isHidden() else [self._pay.text()]
        return [*shown, *pay, *([self._flags.text] if self._flags.text else []), *near, *self._last.text().split("\n")]

    def _show_last(self, rows: Sequence[EntryRow], texts: Texts) -> None:
        today = self._desk.today()
        lines = [self._entry_words.short(row, texts, today) for row in rows]
        self._last.setText("\n".join(lines) or self.tr("No entries this month"))
        self._only.setVisible(bool(rows))
