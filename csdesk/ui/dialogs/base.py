"""What dialogs have in common: they open and emit; faults stand beside their fields; Enter fills in, Esc goes back.

A dialog of one's own derives from `FormDialog`: add fields with `add_field`, say words in `retranslate`, override
`submit`. The one who opens it listens: ``dialog.filled.connect(self._record); dialog.open()``, and answers with
``dialog.show_problems(problems)`` or ``dialog.accept()``.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.tokens import GAP, PAGE_MARGIN
from csdesk.ui.widgets.cards import Band, Field, button, words


class PlainDialog(Retranslated, QDialog):
    """A dialog with a heading, a body and a row of buttons on the right. It deletes itself when it is closed."""

    def __init__(self, parent: QWidget | None, width: int = 460) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, PAGE_MARGIN)
        outer.setSpacing(12)
        self.heading = words(like="title")
        self.heading.setWordWrap(True)
        outer.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        outer.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)

    def sizeHint(self) -> QSize:
        # Wrapped sentences ask for one long line; a dialog is as wide as it was made, and as high as they then need.
        least = self._outer.totalMinimumSize()
        width = max(self.minimumWidth(), least.width())
        return QSize(width, max(least.height(), self._outer.totalHeightForWidth(width)))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            # A sentence appeared, at a field for example: the dialog grows so that nothing is cut off.
            needed = self._outer.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What grows downwards while it is shown must not take its buttons below the screen's edge.
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - below))

    def set_heading(self, heading: str) -> None:
        """Say what the dialog is for."""
        self.heading.setText(heading)
        self.setWindowTitle(heading)


class FormDialog(PlainDialog):
    """A dialog with fields.

    filled(value): the user pressed the primary button; what is emitted is up to `submit`.
    texts: for the sentences of problems, in the window's language at opening.
    """

    filled = Signal(object)

    def __init__(self, parent: QWidget | None, texts: Texts, width: int = 460) -> None:
        super().__init__(parent, width)
        self.texts = texts
        self._fields: dict[str, Field] = {}
        self._band = Band("alarm")
        self.body.addWidget(self._band)
        self.cancel_button = button()
        self.done_button = button(primary=True)
        self.done_button.setDefault(True)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.done_button)
        self.cancel_button.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.submit)

    def add_field(self, name: str, edit: QWidget) -> Field:
        """Add `edit` under its label; `name` is the field's name in problems."""
        field = Field(edit)
        self._fields[name] = field
        self.body.addWidget(field)
        return field

    def register_field(self, name: str, field: Field) -> None:
        """Let the problems of `name` stand at a field that was laid out elsewhere."""
        self._fields[name] = field

    def submit(self) -> None:
        """Emit `filled` with what was typed."""
        raise NotImplementedError

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say each problem at its field, those without a field above them; the cursor goes to the first."""
        loose = [problem for problem in problems if problem.field not in self._fields]
        self._band.say("\n".join(self.texts.problem(problem) for problem in loose))
        at_fields: dict[str, list[str]] = {}
        for problem in problems:
            at_fields.setdefault(problem.field, []).append(self.texts.problem(problem))
        for name, field in self._fields.items():
            field.fault(" ".join(at_fields.get(name, ())))
        # A sentence that wraps is no part of a layout's least size, so the dialog would not grow by itself.
        self.adjustSize()
        faulty = [field for name, field in self._fields.items() if name in at_fields]
        if faulty:
            faulty[0].edit.setFocus()

    def say_fault(self, sentence: str) -> None:
        """Say above the fields what could not be done, for a fault that is no problem of a field."""
        self._band.say(sentence)

    @property
    def said(self) -> list[str]:
        """Every sentence that stands in the dialog now, those at no field first."""
        sentences = [self._band.text, *(field.said_fault for field in self._fields.values())]
        return [sentence for sentence in sentences if sentence]


class TellDialog(PlainDialog):
    """Says something that must be seen. kind: warning, alarm or info."""

    def __init__(self, title: str, sentences: Sequence[str], kind: str, parent: QWidget | None) -> None:
        super().__init__(parent, 440)
        self.set_heading(title)
        icon = {"alarm": "warning-circle", "warning": "warning", "info": "info"}[kind]
        token = {"alarm": "alarm", "warning": "worse", "info": "accent"}[kind]
        row = QHBoxLayout()
        row.setSpacing(14)
        sign = QLabel()
        sign.setPixmap(icons.icon(icon, token).pixmap(QSize(32, 32), self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(sign)
        self.text = words("\n\n".join(sentences))
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.text, 1)
        self.body.addLayout(row)
        self.ok_button = button(primary=True)
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.ok_button)
        self.retranslate()

    def retranslate(self) -> None:
        self.ok_button.setText(self.tr("Close"))


class ConfirmDialog(PlainDialog):
    """Asks before something that cannot be taken back lightly. verb: what the primary button says. agreed: pressed."""

    agreed = Signal()

    def __init__(self, title: str, text: str, verb: str, parent: QWidget | None) -> None:
        super().__init__(parent, 440)
        self.set_heading(title)
        self.text = words(text)
        self.text.setWordWrap(True)
        self.body.addWidget(self.text)
        self.cancel_button = button()
        self.agree_button = button(verb, primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.agree_button.clicked.connect(self._agree)
        self.agree_button.setDefault(True)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.agree_button)
        self.retranslate()

    def retranslate(self) -> None:
        self.cancel_button.setText(self.tr("Cancel"))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
