"""Where shipped files and the user's files are found: in a checkout, in an installed wheel, in the built program."""

import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from csdesk import paths

ASK = "from csdesk import paths; print(paths.resource('i18n', 'texts'), paths.form('sheet.toml'), sep='\\n')"


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert paths.resource("i18n", "texts").is_dir()
    assert paths.form().is_dir()
    assert paths.form("sheet.toml") == paths.form() / "sheet.toml"


def test_an_installed_package_holds_its_files(tmp_path: Path) -> None:
    package = tmp_path / "csdesk"
    (package / "_data").mkdir(parents=True)
    source = Path(paths.__file__)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(source.with_name(name), package / name)
    answer = subprocess.run([sys.executable, "-c", ASK], cwd=tmp_path, capture_output=True, text=True, check=True)
    data = (package / "_data").resolve()
    assert answer.stdout.splitlines() == [
        str(data / "resources" / "i18n" / "texts"),
        str(data / "forms" / "sheet.toml"),
    ]


def test_the_built_program_finds_them_in_its_folder(tmp_path: Path) -> None:
    built = f"import sys; sys._MEIPASS = {str(tmp_path)!r}; {ASK}"
    root = Path(paths.__file__).parents[1]
    answer = subprocess.run([sys.executable, "-c", built], cwd=root, capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines() == [
        str(tmp_path / "resources" / "i18n" / "texts"),
        str(tmp_path / "forms" / "sheet.toml"),
    ]


def test_team_files_are_kept_with_the_users_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CSDESK_HOME", raising=False)
    assert paths.user_data_dir() == Path(platformdirs.user_data_dir("csdesk", appauthor=False))
    assert paths.default_file() == paths.user_data_dir() / "team.csdesk"
    assert paths.settings_file() == Path(platformdirs.user_config_dir("csdesk", appauthor=False)) / "window.ini"


def test_another_folder_can_be_named_for_everything_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CSDESK_HOME", str(tmp_path))
    assert paths.default_file() == tmp_path / "team.csdesk"
    assert paths.settings_file() == tmp_path / "window.ini"
