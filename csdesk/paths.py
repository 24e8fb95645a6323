"""Where the program's own files and the user's files are."""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs


@cache
def _home() -> Path:
    """Return the folder that holds resources/ and forms/: beside the package, or inside the built program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource, for example ``resource("fonts", "x.ttf")``."""
    return _home().joinpath("resources", *parts)


def form(*parts: str) -> Path:
    """Return the path of a shipped form file, or of the folder of forms."""
    return _home().joinpath("forms", *parts)


def user_data_dir() -> Path:
    """Return the user's folder for team files; it may not exist yet. CSDESK_HOME names another one."""
    own = os.environ.get("CSDESK_HOME")
    return Path(own or platformdirs.user_data_dir("csdesk", appauthor=False))


def settings_file() -> Path:
    """Return the file in which the window remembers what it looked like; it may not exist yet."""
    own = os.environ.get("CSDESK_HOME")
    return Path(own or platformdirs.user_config_dir("csdesk", appauthor=False)) / "window.ini"


def default_file() -> Path:
    """Return the team file that is opened where none is named."""
    return user_data_dir() / "team.csdesk"
