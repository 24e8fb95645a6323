"""The card of one person: everything on the staff file, how the month stands, what was changed, when and by whom."""

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from csdesk.core.appraisal import FlagCode, Sheet
from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.roster.amounts import written_amount
from csdesk.ui.roster.history import HistoryWords, Told
from csdesk.ui.roster.standing import StandingWords
from csdesk.ui.theme import look, tokens_of
from csdesk.ui.tokens import CARD_PADDING, GAP, SIZE_SMALL
from csdesk.ui.widgets.cards import SCROLL_ROOM, Band, button, steady, words
from csdesk.ui.widgets.table_delegate import CHIP_HEIGHT, CHIP_INSET, draw_chips

WIDTH = 360
NARROW_WIDTH = 308
HISTORY_AT_FIRST = 6
NOTHING = "—"
_LOUD = frozenset({FlagCode.BELOW_60, FlagCode.DISMISSAL})


class ChipLabel(QWidget):
    """One chip, as wide as it may be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = Chip("", "")
        self.setFixedHeight(CHIP_HEIGHT + 4)

    def show_chip(self, chip: Chip) -> None:
        """Show `chip`."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        small = QFont(self.font())
        small.setPixelSize(SIZE_SMALL)
        self.setFixedWidth(QFontMetrics(small).horizontalAdvance(chip.text) + 2 * CHIP_INSET + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chips(painter, self.rect(), [self._chip], tokens_of(self.palette()), self.font())
        painter.end()


class PersonCard(Retranslated, QFrame):
    """The card. edit_asked, leave_asked, appraisal_asked, entries_asked: its buttons, for the person that is shown."""

    edit_asked = Signal()
    leave_asked = Signal()
    appraisal_asked = Signal()
    entries_asked = Signal()

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._context = context
        self._history_words = HistoryWords(self)
        self._standing_words = StandingWords(self)
        self._person_id: str | None = None
        self._month = Month.of(desk.today())
        self._whole_history = False
        self._told: list[Told] = []
        self._name, self._so_far = words(like="title"), words(like="muted")
        self._about = words(like="hint")
        self._standing = ChipLabel()
        self._score, self._grade = words(like="figure"), words(like="grade")
        self._flags = Band("alarm")
        self.appraisal_button = button(icon=icons.icon("medal", "accent"), quiet=True)
        self.entries_button = button(icon=icons.icon("note-pencil", "accent"), quiet=True)
        for made in (self.appraisal_button, self.entries_button):
            made.setProperty("flush", True)  # Its words, not its edge, stand where the other words of the card begin.
        self._facts = QGridLayout()
        self._history_title = words(like="card-title")
        self._history = QVBoxLayout()
        self.more_button = button(quiet=True)
        self.edit_button = button(icon=icons.icon("pencil-simple"))
        self.leave_button = button(icon=icons.icon("sign-out"))
        self._sign = QLabel()
        self._empty_title, self._empty_hint = words(like="card-title"), words(like="muted")
        self._empty, self._filled = self._lay_out_empty(), self._lay_out_filled()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - SCROLL_ROOM, 12)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._filled, 1)
        self.edit_button.clicked.connect(self.edit_asked)
        self.leave_button.clicked.connect(self.leave_asked)
        self.appraisal_button.clicked.connect(self.appraisal_asked)
        self.entries_button.clicked.connect(self.entries_asked)
        self.more_button.clicked.connect(self._show_whole_history)
        self.retranslate()

    # Layout

    def _lay_out_empty(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        column.addStretch(2)
        for label in (self._sign, self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        return made

    def _lay_out_filled(self) -> QWidget:
        inner = QWidget()
        look(inner, "clear")
        column = QVBoxLayout(inner)
        column.setSpacing(GAP)
        for row in (self._row(self._name, self._standing, gap_after=0), self._about, self._score_row(), self._flags,
                    self._row(self.appraisal_button, self.entries_button), _line(), self._facts, _line(),
                    self._history_title, self._history):  # fmt: skip
            if isinstance(row, QWidget):
                column.addWidget(row)
            else:
                column.addLayout(row)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._about.setWordWrap(True)
        self._name.setWordWrap(True)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._history.setSpacing(2)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steady(area, column)
        made = QWidget()
        outer = QVBoxLayout(made)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(area, 1)
        below = self._row(self.edit_button, self.leave_button)
        below.setContentsMargins(0, 0, SCROLL_ROOM, 0)
        outer.addLayout(below)
        return made

    def _score_row(self) -> QHBoxLayout:
        row = self._row(self._score, self._grade)
        row.setSpacing(16)
        row.addWidget(self._so_far, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    @staticmethod
    def _row(*widgets: QWidget, gap_after: int = 1) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in widgets:
            row.addWidget(widget, 1 if not gap_after and widget is widgets[0] else 0)
        if gap_after:
            row.addStretch(1)
        return row

    # What the page calls

    def set_narrow(self, narrow: bool) -> None:
        """Leave the list more room, in a small window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def retranslate(self) -> None:
        self._sign.setPixmap(icons.icon("identification-card").pixmap(QSize(32, 32), self.devicePixelRatioF()))
        self._empty_title.setText(self.tr("Nobody chosen"))
        self._empty_hint.setText(self.tr("Choose somebody in the list: their card appears here."))
        self.edit_button.setText(self.tr("Edit…"))
        self.edit_button.setToolTip(self.tr("Edit this person (F2)"))
        self.leave_button.setText(self.tr("Record leaving…"))
        self.leave_button.setToolTip(self.tr("Record this person's last day"))
        self.appraisal_button.setText(self.tr("Appraisal"))
        self.appraisal_button.setToolTip(self.tr("Show why this score, on the Appraisal tab"))
        self.entries_button.setText(self.tr("Entries"))
        self.entries_button.setToolTip(self.tr("Show this person's entries of the month, on the Log tab"))
        self._history_title.setText(self.tr("History"))
        self.more_button.setText(self.tr("Show everything"))
        self.reload()

    def show_person(self, person_id: str | None, month: Month) -> None:
        """Show somebody and how their `month` stands, or nobody."""
        if (person_id, month) != (self._person_id, self._month):
            self._whole_history = self._whole_history and person_id == self._person_id
            self._person_id, self._month = person_id, month
            self.reload()

    @property
    def person(self) -> Employee | None:
        """Who is shown, as on file now."""
        return self._desk.people.get(self._person_id) if self._person_id is not None else None

    def reload(self) -> None:
        """Show the person anew, after a write."""
        person = self.person
        self._empty.setVisible(person is None)
        self._filled.setVisible(person is not None)
        if person is None:
            return
        texts, today = self._context.texts, self._desk.today()
        self._name.setText(person.name)
        group = f" · {person.group}" if person.group else ""
        self._about.setText(f"{person.number} · {texts.say(f'words.role.{person.role}')}{group}")
        self._standing.show_chip(self._standing_words.chip(person, today, texts))
        self.leave_button.setVisible(person.left is None)
        self._show_month(person, texts)
        self._show_facts(person, texts)
        self._show_history(person, texts)

    # What is shown

    def _show_month(self, person: Employee, texts: Texts) -> None:
        today = self._desk.today()
        month = month_name(self._month, texts, today)
        is_past = self._month < Month.of(today)
        self._so_far.setText(month if is_past else self.tr("{month} so far").format(month=month))
        sheet = self._desk.months.running(person.id, self._month)
        is_appraised = isinstance(sheet, Sheet)
        for widget in (self._score, self._grade, self._so_far, self.appraisal_button):
            widget.setVisible(is_appraised)
        if isinstance(sheet, Sheet):
            self._score.setText(texts.points(sheet.final))
            self._grade.setText(sheet.grade)
            self._grade.setToolTip(self.tr("Grade by the score"))
            kind = "alarm" if any(flag.code in _LOUD for flag in sheet.flags) else "warning"
            self._flags.say("\n".join(texts.flag(flag) for flag in sheet.flags), kind)
        else:
            self._flags.say(texts.problem(sheet), "info")

    def _show_facts(self, person: Employee, texts: Texts) -> None:
        _empty(self._facts)
        for number, (name, value) in enumerate(self.facts(person, texts)):
            label, said = words(name, "muted"), words(value)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(said, number, 1)

    def facts(self, person: Employee, texts: Texts) -> list[tuple[str, str]]:
        """Return the staff file's facts with their names, and what follows from them."""
        salary = person.base_salary
        facts = [
            (self.tr("Hired"), texts.day(person.hired)),
            (self.tr("Service"), self._employment(person, texts)),
            (self.tr("Pay effect"), self._pay_effect(person, texts)),
            (self.tr("Probation until"), texts.day(person.probation_end) if person.probation_end else NOTHING),
            (self.tr("Base salary"), self._yuan(salary) if salary is not None else NOTHING),
            (self.tr("Phone"), person.phone or NOTHING),
        ]
        if person.left is not None:
            facts.insert(1, (self.tr("Last day"), texts.day(person.left)))
        return facts

    def _yuan(self, salary: Decimal) -> str:
        return self.tr("{amount} yuan a month").format(amount=written_amount(salary))

    def _employment(self, person: Employee, texts: Texts) -> str:
        if not person.employed_in(self._month):
            return self.tr("not employed in {month}").format(month=texts.month(self._month))
        nth = person.month_of_employment(self._month)
        return self.tr("month {nth} ({month})").format(month=texts.month(self._month), nth=nth)

    def _pay_effect(self, person: Employee, texts: Texts) -> str:
        rulebook = self._desk.rulebooks().on(self._month.last)
        if rulebook is None:
            return NOTHING
        if person.role not in rulebook.month.roles:
            return self.tr("none: this role is not appraised by points")
        begins = Month.of(person.hired).plus(rulebook.month.pay.exempt_months)
        said = self.tr("begins in {month}") if begins > self._month else self.tr("since {month}")
        return said.format(month=texts.month(begins))

    def _show_history(self, person: Employee, texts: Texts) -> None:
        _empty(self._history)
        lines = self._desk.people.history(person.id)
        shown = lines if self._whole_history else lines[:HISTORY_AT_FIRST]
        self._told = [self._history_words.tell(line, texts, self._desk.now()) for line in shown]
        for told in self._told:
            self._history.addWidget(words(told.head, "hint"))
            what = words("\n".join(told.what))
            what.setWordWrap(True)
            self._history.addWidget(what)
            self._history.addSpacing(4)
        self.more_button.setVisible(len(shown) < len(lines))

    def _show_whole_history(self) -> None:
        self._whole_history = True
        self.reload()

    @property
    def said(self) -> list[str]:
        """What the card says, from top to bottom, the facts by themselves; nothing while nobody is shown."""
        if self.person is None:
            return []
        shown = [label.text() for label in (self._score, self._grade, self._so_far) if not label.isHidden()]
        told = [part for one in self._told for part in (one.head, *one.what)]
        flags = [self._flags.text] if self._flags.text else []
        return [self._name.text(), self._about.text(), *shown, *flags, self._history_title.text(), *told]


def _line() -> QFrame:
    made = QFrame()
    look(made, "separator")
    return made


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    """Take everything out of `layout`."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
