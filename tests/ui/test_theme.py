"""One place makes palette and style sheet; the theme changes while the program runs."""

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.ui.theme import FontChoice, Scheme, Theme, look, mixed, palette, style_sheet, tokens_of
from csdesk.ui.tokens import DARK, LIGHT, contrast


def test_the_tokens_are_found_again_from_a_palette() -> None:
    assert tokens_of(palette(LIGHT)) is LIGHT
    assert tokens_of(palette(DARK)) is DARK


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_style_sheet_leaves_no_name_unfilled(is_dark: bool) -> None:
    assert "$" not in style_sheet(is_dark)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_chosen_text_in_fields_is_readable(tokens: object) -> None:
    made = palette(LIGHT if tokens is LIGHT else DARK)
    chosen = made.color(QPalette.ColorRole.Highlight).name()
    assert contrast(made.color(QPalette.ColorRole.HighlightedText).name(), chosen) >= 4.5


def test_a_switch_repaints_what_is_already_shown(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    button = QPushButton("Save")
    look(button, "primary")
    qtbot.addWidget(button)
    button.resize(200, 40)
    button.show()
    light = button.grab().toImage().pixelColor(12, 8)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    dark = button.grab().toImage().pixelColor(12, 8)
    assert (light, dark) == (QColor(LIGHT.accent), QColor(DARK.accent))
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)


def test_the_bundled_font_speaks_first_and_the_system_s_may_be_chosen(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().families()[:2] == ["csdesk Latin", "Noto Sans SC"]
    theme.choose_font(FontChoice.SYSTEM)
    assert not {"csdesk Latin", "Noto Sans SC"} & set(qapp.font().families())
    assert qapp.font().pixelSize() == 13


def test_an_ellipsis_among_letters_lies_low_and_one_among_hanzi_half_high(theme: Theme, qapp: QApplication) -> None:
    def middle(text: str) -> float:
        return QFontMetricsF(qapp.font()).tightBoundingRect(text).center().y()

    assert middle("…") == pytest.approx(middle("."), abs=1)
    theme.speak("zh")
    assert qapp.font().families()[0] == "Noto Sans SC"
    assert middle("…") < middle(".") - 1


def test_lines_are_as_high_in_english_as_in_chinese(theme: Theme, qapp: QApplication) -> None:
    english = QFontMetricsF(qapp.font())
    theme.speak("zh")
    chinese = QFontMetricsF(qapp.font())
    assert (english.ascent(), english.descent()) == (chinese.ascent(), chinese.descent())
    assert english.horizontalAdvance("Save 80") == chinese.horizontalAdvance("Save 80")


def test_a_widget_takes_another_look_while_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    label = QLabel("77")
    qtbot.addWidget(label)
    label.show()
    look(label, "figure")
    assert label.font().pixelSize() == 30


def test_colours_mix_by_share() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#1D5FC4", "#FFFFFF", 0) == "#1D5FC4"
