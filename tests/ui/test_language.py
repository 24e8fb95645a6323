"""The language changes while the window is open, and dates and Qt's own words with it."""

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout
from pytestqt.qtbot import QtBot

from csdesk.ui.language import Retranslated, Speech, system_language
from csdesk.ui.widgets.search_field import SearchField


class Frame(Retranslated, QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.field = SearchField()
        QVBoxLayout(self).addWidget(self.field)

    def retranslate(self) -> None:
        self.said.append("again")


def test_every_widget_says_its_words_anew(qtbot: QtBot, speech: Speech) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    with qtbot.waitSignal(speech.changed):
        speech.switch("zh")
    qtbot.waitUntil(lambda: bool(frame.said))
    assert frame.field.placeholderText() == "搜索（Ctrl+F）"
    assert speech.language == "zh"
    speech.switch("en")
    qtbot.waitUntil(lambda: frame.field.placeholderText() == "Search (Ctrl+F)")


def test_dates_and_qt_s_own_words_follow(speech: Speech) -> None:
    assert speech.texts.day(date(2026, 11, 21)) == "21 Nov 2026"
    speech.switch("zh")
    assert speech.texts.day(date(2026, 11, 21)) == "2026年11月21日"
    assert QLocale().language() is QLocale.Language.Chinese
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_the_same_language_again_changes_nothing(qtbot: QtBot, speech: Speech) -> None:
    with qtbot.assertNotEmitted(speech.changed):
        speech.switch("en")


def test_the_system_s_language_is_one_of_ours() -> None:
    assert system_language() in {"en", "zh"}
