"""Where the program's own files and the user's files are."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs


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


def _own_folder() -> Path | None:
    own = os.environ.get("CSDESK_HOME")
    return Path(own) if own else None


def _platform_dirs() -> "PlatformDirs":
    from platformdirs import PlatformDirs  # asked only where no folder is named

    return PlatformDirs("csdesk", appauthor=False)


def user_data_dir() -> Path:
    """Return the user's folder for team files; it may not exist yet. CSDESK_HOME names another one."""
    return _own_folder() or Path(_platform_dirs().user_data_dir)


def settings_file() -> Path:
    """Return the file in which the window remembers what it looked like; it may not exist yet."""
    return (_own_folder() or Path(_platform_dirs().user_config_dir)) / "window.ini"


def default_file() -> Path:
    """Return the team file that is opened where none is named."""
    return user_data_dir() / "team.csdesk"
