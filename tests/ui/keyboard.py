"""Keys as a person presses them; what page objects have in common."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the cursor is: in the window, or in what has opened above it. keys: how many so far."""

    def __init__(self, window: Callable[[], QWidget]) -> None:
        self._window = window
        self.keys = 0

    def focus(self) -> QWidget:
        """Return the widget that hears the keys, after whatever has opened or closed has done so."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        top = popup or QApplication.activeModalWidget() or self._window()
        if popup is None and QApplication.activeWindow() is not top:
            # Without a window manager nobody else does it.
            top.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or top

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the cursor is."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(self.focus(), key, held)

    def control(self, *keys: Key) -> None:
        """Press keys while Control is held."""
        self.press(*keys, held=CONTROL)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Key.Key_Return)

    def write(self, text: str) -> None:
        """Type `text` where the cursor is; what no key gives comes from an input method."""
        self.keys += len(text)
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus(), letter)
            else:
                committed = QInputMethodEvent()
                committed.setCommitString(letter)
                QApplication.sendEvent(self.focus(), committed)

    def write_over(self, text: str) -> None:
        """Type `text` in place of what stands in the line with the cursor."""
        self.control(Key.Key_A)
        self.press(Key.Key_Backspace)
        self.write(text)
