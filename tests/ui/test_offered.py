"""Actions are offered as they are called, without the marks of a menu (people: see the window's own tests)."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from csdesk.ui.offered import plain


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [("", "Back up…", "Back up"), ("", "导入(&I)", "导入(I)"), ("&Theme", "&Dark", "Theme: Dark")],
)
def test_an_action_is_called_without_the_marks_of_a_menu(owner: QObject, title: str, text: str, said: str) -> None:
    assert plain(title, QAction(text, owner)) == said
