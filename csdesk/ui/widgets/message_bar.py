"""The bar at the bottom of a page: a message that needs no answer, with Undo or one other action where it helps."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look

SHOWN_MILLISECONDS = 8000
SHOWN_WITH_ACTION = 15000


class MessageBar(Retranslated, QFrame):
    """One message at a time; it goes by itself, or at once when it is closed or undone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "band")
        self._act: Callable[[], None] | None = None
        self._verb = ""
        self._icon = QLabel()
        self._icon.setPixmap(icons.icon("check-circle", "accent").pixmap(QSize(18, 18)))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        look(self._button, "quiet")
        self._close = QToolButton()
        look(self._close, "icon")
        self._close.setIcon(icons.icon("x"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._button.setText(self._verb or self.tr("Undo"))

    def say(self, text: str, act: Callable[[], None] | None = None, verb: str = "") -> None:
        """Show `text`. act: what its button does; verb: what the button says, Undo where empty."""
        self._act, self._verb = act, verb
        self._text.setText(text)
        self._icon.setPixmap(icons.icon("check-circle", "accent").pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self._button.setVisible(act is not None)
        self.retranslate()
        self.setAccessibleName(text)
        self.show()
        self._timer.start(SHOWN_MILLISECONDS if act is None else SHOWN_WITH_ACTION)

    @property
    def text(self) -> str:
        """The message that is shown, "" where none is."""
        return "" if self.isHidden() else self._text.text()

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
