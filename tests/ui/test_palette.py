"""The palette finds any action or person by a few letters."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from csdesk.ui.palette import Offer, Palette, best, score
from csdesk.ui.theme import Theme


def _offers(done: list[str], *names: str) -> list[Offer]:
    return [Offer(name, "", lambda name=name: done.append(name)) for name in names]  # type: ignore[misc]  # default


def test_a_beginning_beats_a_word_beats_a_middle_beats_scattered_letters() -> None:
    assert [score(text, "pr") for text in ("Print", "Blue print", "Reprint", "Palette for Reports", "Quit")] == [
        0, 1, 2, 3, None,
    ]  # fmt: skip


def test_the_best_stand_first_and_the_rest_in_their_order() -> None:
    offers = _offers([], "Reprint", "Month before", "Print", "This month")
    assert [offer.text for offer in best(offers, "print")] == ["Print", "Reprint"]
    assert [offer.text for offer in best(offers, " ")] == [offer.text for offer in offers]
    assert [offer.text for offer in best(offers, "mon")] == ["Month before", "This month"]


def _palette(qtbot: QtBot, done: list[str]) -> tuple[Palette, QMainWindow, QLineEdit]:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    people = _offers(done, "李娜")
    palette = Palette(_offers(done, "Print", "Import", "Help"), lambda typed: people if typed == "ln" else [], window)
    palette.chosen.connect(lambda offer: offer.act())
    palette.open()
    return palette, window, field


def test_enter_does_what_is_marked_and_the_cursor_goes_back(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    palette, _window, field = _palette(qtbot, done)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "p")
    assert palette.offers[0] == "Print"
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert done == ["Import"]
    assert QApplication.focusWidget() is field


def test_people_are_found_too(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    palette, _window, _field = _palette(qtbot, done)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "ln")
    assert palette.offers == ["李娜"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert done == ["李娜"]


def test_escape_leaves_without_doing_anything(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    palette, _window, field = _palette(qtbot, done)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert done == []
    assert QApplication.focusWidget() is field


def test_nothing_found_is_an_empty_list_and_enter_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    palette, _window, _field = _palette(qtbot, done)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "zzzz")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (palette.offers, done) == ([], [])
    assert not palette.isHidden()


def test_a_click_elsewhere_closes_it(qtbot: QtBot, theme: Theme) -> None:
    palette, _window, field = _palette(qtbot, [])
    field.setFocus()
    qtbot.waitUntil(lambda: not isValid(palette))


def test_it_says_so_where_nothing_is_found(qtbot: QtBot, theme: Theme) -> None:
    palette, _window, _field = _palette(qtbot, [])
    line = QApplication.focusWidget()
    assert line is not None
    [nothing] = [label for label in palette.findChildren(QLabel) if label.text() == "Nothing found"]
    assert not nothing.isVisible()
    QTest.keyClicks(line, "qqq")
    assert nothing.isVisible()
    assert palette.offers == []
