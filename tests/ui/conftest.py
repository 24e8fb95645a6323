"""What tests of the window share. Without a display Qt aborts, so the platform is chosen before anything else."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The window's theme, light, on the test's application."""
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.setParent(None)  # The style sheet stays, see Theme.


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences that nobody else has touched."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    """The window's language, English at first and again afterwards."""
    speech = Speech(qapp, "en")
    yield speech
    speech.switch("en")
    speech.setParent(None)


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    """Something that owns what a test makes."""
    return QObject()
