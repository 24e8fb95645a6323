"""What tests of the window share. Without a display Qt aborts, so the platform is chosen before anything else."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from csdesk.ui.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The window's theme, light, on the test's application."""
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.setParent(None)
    qapp.setStyleSheet("")
