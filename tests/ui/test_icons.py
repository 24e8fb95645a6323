"""Icons come from one small font and follow the theme."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QRawFont
from PySide6.QtWidgets import QApplication

from csdesk.paths import resource
from csdesk.ui import icons
from csdesk.ui.theme import Scheme, Theme
from csdesk.ui.tokens import DARK, LIGHT


def _colours(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage()
    solid = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return {colour.name().upper() for colour in solid if colour.alpha() == 255}


def test_every_icon_stands_in_the_font(qapp: QApplication) -> None:
    font = QRawFont(str(resource("icons", "phosphor.ttf")), 16)
    assert [name for name, code in icons.GLYPHS.items() if not font.supportsCharacter(code)] == []


def test_an_icon_takes_the_colour_of_its_token_in_the_theme_of_the_moment(theme: Theme) -> None:
    icon = icons.icon("users", "accent")
    assert LIGHT.accent in _colours(icon)
    theme.choose(Scheme.DARK)
    assert DARK.accent in _colours(icon)


def test_an_icon_that_cannot_be_used_is_paler(theme: Theme) -> None:
    disabled = _colours(icons.icon("users"), QIcon.Mode.Disabled)
    assert LIGHT.muted not in disabled
    assert disabled


def test_a_copied_icon_still_draws(theme: Theme) -> None:
    copied = icons.icon("check")
    copied.addPixmap(icons.pixmap("x", LIGHT.accent, 16), QIcon.Mode.Selected)
    assert _colours(QIcon(copied))


@pytest.mark.parametrize(("name", "token"), [("unicorn", "muted"), ("users", "pink")])
def test_an_icon_or_token_we_do_not_have_is_refused(name: str, token: str) -> None:
    with pytest.raises(KeyError, match="no such icon or token"):
        icons.icon(name, token)


def test_a_picture_has_the_pixels_of_the_screen(qapp: QApplication) -> None:
    assert icons.pixmap("check", "#000000", 16, 1.5).size() == QSize(24, 24)
    assert QColor(LIGHT.accent).isValid()
