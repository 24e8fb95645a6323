"""Why this score: each bar hangs where the one before it ended."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from csdesk.ui.theme import Scheme, Theme
from csdesk.ui.tokens import LIGHT
from csdesk.ui.widgets.waterfall import ROW_HEIGHT, Step, StepKind, Waterfall, step

STEPS = [
    Step("Base", 80, StepKind.BASE),
    step("Bonuses", 5),
    step("Offences", -19, "Late, wrong entry"),
    Step("Final", 66, StepKind.TOTAL),
]


def _shown(qtbot: QtBot) -> Waterfall:
    waterfall = Waterfall()
    qtbot.addWidget(waterfall)
    waterfall.set_steps(STEPS)
    waterfall.resize(360, waterfall.sizeHint().height())
    waterfall.show()
    return waterfall


def test_bars_go_from_where_the_one_before_ended(qtbot: QtBot, theme: Theme) -> None:
    assert _shown(qtbot).spans() == [(0, 80), (80, 85), (85, 66), (0, 66)]


def test_it_is_read_aloud_with_true_minus_signs(qtbot: QtBot, theme: Theme) -> None:
    assert _shown(qtbot).accessibleName() == "Base 80, Bonuses +5, Offences −19, Final 66"


def test_gains_losses_and_total_have_their_colours_in_both_themes(qtbot: QtBot, theme: Theme) -> None:
    waterfall = _shown(qtbot)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        image = waterfall.grab().toImage()
        seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
        tokens = theme.tokens
        assert {tokens.muted, tokens.good, tokens.worse, tokens.accent} <= seen


def test_a_click_on_a_bar_names_its_step(qtbot: QtBot, theme: Theme) -> None:
    waterfall = _shown(qtbot)
    clicked: list[int] = []
    waterfall.step_clicked.connect(clicked.append)
    QTest.mouseClick(waterfall, Qt.MouseButton.LeftButton, pos=QPoint(200, 2 * ROW_HEIGHT + 5))
    waterfall.resize(360, 500)
    QTest.mouseClick(waterfall, Qt.MouseButton.LeftButton, pos=QPoint(200, 480))
    assert clicked == [2]


def test_hovering_says_more_where_there_is_more(qtbot: QtBot, theme: Theme) -> None:
    waterfall = _shown(qtbot)
    QTest.mouseMove(waterfall, QPoint(200, 5))
    QTest.mouseMove(waterfall, QPoint(200, 2 * ROW_HEIGHT + 5))
    qtbot.waitUntil(lambda: QToolTip.text() == "Late, wrong entry")
    QToolTip.hideText()


def test_scores_below_nought_and_no_steps_at_all_can_be_drawn(qtbot: QtBot, theme: Theme) -> None:
    waterfall = _shown(qtbot)
    waterfall.set_steps([Step("Base", 10, StepKind.BASE), step("Offences", -40), Step("Final", 0, StepKind.TOTAL)])
    assert waterfall.spans()[1] == (10, -30)
    image = waterfall.grab().toImage()
    assert LIGHT.worse in {image.pixelColor(x, 45).name().upper() for x in range(image.width())}
    waterfall.set_steps([])
    assert waterfall.steps == ()
    waterfall.grab()
    assert waterfall.minimumSizeHint().height() == 0
