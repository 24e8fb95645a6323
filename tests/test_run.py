"""run.py: what it finds missing, what it makes, and how it hands work on. Nothing here asks the network."""

import ast
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import run

PROJECT = Path(run.__file__).parent
LDCONFIG = """3 libs found in cache `/etc/ld.so.cache'
\tlibxkbcommon.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libxkbcommon.so.0
\tlibEGL_mesa.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libEGL_mesa.so.0
\tlibGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libGL.so.1
"""

# Stands for csdesk: notes its arguments, makes what the verb makes, and fails where it is told to.
FAKE_CSDESK = """
import os, pathlib, sys
words = sys.argv[1:]
with open(os.environ["NOTED"], "a", encoding="utf-8") as notes:
    print(*words, sep="|", file=notes)
if words and words[0] == os.environ.get("FAILS"):
    sys.exit(1)
if words and words[0] in ("demo", "export"):
    pathlib.Path(words[words.index("--to") + 1]).write_text("made")
sys.exit(7 if words and words[0] == "roster" else 0)
"""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts and links")


def a_program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def loaded_from(project: Path) -> ModuleType:
    """Import the project's own copy of run.py."""
    spec = importlib.util.spec_from_file_location("run_of_a_project", project / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Project:
    """A project folder that is set up, with a stand-in for csdesk that notes what it is asked."""

    def __init__(self, root: Path) -> None:
        self.root = root / "a project 客服"
        self.notes = root / "notes"
        (self.root / ".venv" / "bin").mkdir(parents=True)
        (self.root / "csdesk" / "planner").mkdir(parents=True)
        shutil.copy(PROJECT / "run.py", self.root)
        (self.root / "csdesk" / "__main__.py").write_text(FAKE_CSDESK, "utf-8")
        (self.root / "requirements.lock").write_text("", "utf-8")
        (self.root / ".venv" / "bin" / "python").symlink_to(os.path.realpath(sys.executable))
        self.run = loaded_from(self.root)
        (self.root / ".venv" / "csdesk-stamp").write_text(self.run.stamp(), "utf-8")
        planner = self.run.PLANNER
        planner.lock.write_text("# nothing to install\n", "utf-8")
        (planner.folder / "bin").mkdir(parents=True)
        (planner.folder / "bin" / "python").symlink_to(os.path.realpath(sys.executable))
        (planner.folder / "csdesk-stamp").write_text(self.run.stamp(planner), "utf-8")
        libraries = self.run.QT_LIBRARIES | self.run.WINDOW_LIBRARIES
        a_program(root / "bin", "ldconfig", "\n".join(f"echo '{name} (libc6) => /lib/{name}'" for name in libraries))
        self.environment = {
            "PATH": f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self.root),
            "PYTHONUTF8": "1",
            "NOTED": str(self.notes),
        }

    def start(self, *words: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start run.py as a person would, and return how it ended."""
        return subprocess.run(
            [sys.executable, self.root / "run.py", *words],
            cwd=cwd or self.root,
            env=self.environment | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def asked(self) -> list[list[str]]:
        """Return what csdesk was asked since the last look, and forget it."""
        lines = self.notes.read_text("utf-8").splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return [line.split("|") for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def fakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stand before all others."""
    folder = tmp_path / "fakes"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


# What it needs


def test_an_older_python_is_told_in_a_sentence() -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'; exec(open('run.py').read())"
    ended = subprocess.run([sys.executable, "-c", pretend], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "csdesk needs Python 3.11 or later; this is 3.9.2. Start run.py with a newer one.\n"


def test_an_older_python_can_read_the_file_that_far() -> None:
    ast.parse((PROJECT / "run.py").read_text("utf-8"), feature_version=(3, 7))


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse((PROJECT / "run.py").read_text("utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


@pytest.mark.parametrize("venv", [run.PROGRAM, run.PLANNER], ids=["program", "planner"])
def test_a_lock_pins_every_package_by_hash_and_names_no_host(venv: run.Environment) -> None:
    lock = venv.lock.read_text("utf-8")
    blocks = [block for block in lock.split("\n") if block and not block.startswith((" ", "#"))]
    assert all("==" in block and block.endswith("\\") for block in blocks)
    assert "://" not in lock
    assert "index" not in lock.lower().replace("--no-emit-index-url", "")


def test_the_planners_packages_are_those_of_the_extra_and_the_program_has_none_of_them() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = run.PLANNER.lock.with_suffix(".in").read_text("utf-8").splitlines()
    assert asked == project["optional-dependencies"]["planner"]
    held = {line.partition("==")[0] for line in run.PROGRAM.lock.read_text("utf-8").splitlines()}
    assert not held & {"ortools", "numpy", "pandas"}


# The machine


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_known_by_platform_and_environment(
    platform: str, environment: dict[str, str], screen: bool
) -> None:
    assert run.has_screen(platform, environment) is screen


def test_missing_libraries_are_those_the_loader_does_not_list() -> None:
    missing = run.missing_libraries(LDCONFIG, run.QT_LIBRARIES)
    assert missing == ["libglib-2.0.so.0", "libEGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1"]


@posix_only
def test_what_is_missing_is_installed_where_this_user_may(
    fakes: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a_program(fakes, "apt-get", f'echo "$@" >> "{tmp_path}/asked"')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(run, "known_libraries", lambda: LDCONFIG)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert run.provide_libraries()
    update, install = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libglib2.0-0 libegl1 libdbus-1-3 libfontconfig1")


@posix_only
def test_who_may_not_install_is_given_the_one_line(
    fakes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_program(fakes, "apt-get", "exit 1")
    a_program(fakes, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run, "known_libraries", lambda: LDCONFIG)
    monkeypatch.setenv("DISPLAY", ":0")
    assert not run.provide_libraries()
    assert "\n  sudo apt-get install libglib2.0-0 libegl1 libdbus-1-3 libfontconfig1 lib" in capsys.readouterr().err


@posix_only
def test_a_user_with_a_password_free_sudo_may_install(fakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(fakes, "sudo", "exit 0")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert run.apt_prefix() == ["sudo", "-n"]


@posix_only
def test_an_install_that_fails_says_why(
    fakes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_program(fakes, "apt-get", "echo 'E: Unable to locate package libegl1'; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert not run.apt_install(["libegl1"])
    assert "Unable to locate package" in capsys.readouterr().err


def test_other_systems_are_told_the_libraries_by_their_own_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "known_libraries", lambda: LDCONFIG)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert not run.provide_libraries()
    assert "libEGL.so.1" in capsys.readouterr().err


def test_a_system_without_a_list_of_libraries_is_taken_at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "known_libraries", lambda: None)
    assert run.provide_libraries()


@posix_only
def test_a_bare_debian_is_told_how_to_get_virtual_environments(fakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(fakes, "apt-get", "exit 1")
    a_program(fakes, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(run.Refused, match=rf"apt-get install python3\.{sys.version_info[1]}-venv"):
        run.provide_venv_module()


# The virtual environment


@posix_only
def test_it_is_set_up_once_the_stamp_tells_of_this_lock_and_this_python(project: Project) -> None:
    assert project.run.is_set_up()
    project.run.PROGRAM.lock.write_text("another==1.0", "utf-8")
    assert not project.run.is_set_up()
    assert project.run.is_set_up(project.run.PLANNER)


@posix_only
def test_a_half_built_environment_does_not_count(project: Project) -> None:
    (project.root / ".venv" / "csdesk-stamp").unlink()
    assert not project.run.is_set_up()


@posix_only
def test_an_environment_whose_python_is_gone_does_not_count(project: Project) -> None:
    python = project.root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(project.root / "gone")
    assert not project.run.is_set_up()


def test_an_environment_is_built_where_the_path_has_spaces_and_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "a project 客服"
    (root / "csdesk").mkdir(parents=True)
    (root / "csdesk" / "__init__.py").write_text("", "utf-8")
    (root / "requirements.lock").write_text("# nothing to install\n", "utf-8")
    shutil.copy(PROJECT / "run.py", root)
    own = loaded_from(root)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    own.build_venv()
    assert own.is_set_up()
    where = [own.venv_program("python"), "-X", "utf8", "-c", "import csdesk; print(csdesk.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    assert Path(found) == root / "csdesk" / "__init__.py"

    own.PROGRAM.lock.write_text("no-such-package==1.0 --hash=sha256:" + "0" * 64, "utf-8")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    with pytest.raises(own.Refused, match="Is there a network"):
        own.install_locked_packages()
    assert not own.is_set_up()


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one that requirements"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Failed to establish a new connection: [Errno 111]", "Is there a network"),
        ("Temporary failure in name resolution\nERROR: No matching distribution found", "Is there a network"),
        ("ERROR: something else", "could not be installed. pip said:\nERROR: something else"),
    ],
)
def test_what_pip_said_becomes_a_sentence(output: str, sentence: str) -> None:
    assert sentence in run.why_pip_failed(output)


# The work


def test_an_exit_code_is_passed_on() -> None:
    assert run.call([sys.executable, "-c", "raise SystemExit(2)"]) == 2


@posix_only
def test_a_death_by_signal_is_told_as_a_shell_tells_it() -> None:
    assert run.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 128 + signal.SIGKILL


@posix_only
def test_ctrl_c_is_left_to_the_child() -> None:
    child = "import os, signal; signal.signal(signal.SIGINT, lambda *_: os._exit(5)); os.killpg(0, 2); signal.pause()"
    start = f"import sys, run; sys.exit(run.call([sys.executable, '-c', {child!r}]))"
    ended = subprocess.run([sys.executable, "-c", start], cwd=PROJECT, start_new_session=True, check=False)
    assert ended.returncode == 5


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 11, 21), "2026-10"), (date(2027, 1, 1), "2026-12"), (date(2028, 3, 31), "2028-02")],
)
def test_the_last_full_month_is_the_one_before(today: date, month: str) -> None:
    assert run.last_full_month(today) == month


def test_whatever_is_written_to_a_team_file_changes_its_state(tmp_path: Path) -> None:
    team, log = tmp_path / "demo.csdesk", tmp_path / "demo.csdesk-wal"
    team.write_text("team", "utf-8")
    first = run.state_of(team)
    log.touch()
    assert run.state_of(team) == first
    log.write_text("more", "utf-8")
    assert run.state_of(team) != first
    log.unlink()
    os.utime(team, (1000, 1000))
    assert run.state_of(team) != first


@posix_only
def test_a_verb_goes_to_csdesk_with_its_arguments_folder_and_exit_code(project: Project, tmp_path: Path) -> None:
    ended = project.start("roster", "2026-10", "--file", "一 二.csdesk", cwd=tmp_path)
    assert project.asked() == [["roster", "2026-10", "--file", "一 二.csdesk"]]
    assert ended.returncode == 7
    assert ended.stdout == ended.stderr == ""


@posix_only
def test_a_verb_takes_the_place_of_run_py_so_that_signals_reach_it(project: Project) -> None:
    (project.root / "csdesk" / "__main__.py").write_text("import os; os.kill(os.getpid(), 15)", "utf-8")
    assert project.start("bench").returncode == -signal.SIGTERM


@posix_only
def test_the_main_job_makes_the_team_then_appraises_prints_and_exports(project: Project) -> None:
    ended = project.start()
    month = run.last_full_month(date.today())
    folder = project.root / "csdesk-demo" / month
    team = str(folder / "demo.csdesk")
    assert ended.returncode == 0
    assert str(folder) in ended.stdout
    assert project.asked() == [
        ["demo", "--to", team, "--no-window"],
        ["appraise", month, "--file", team],
        ["print", month, "--file", team, "--to", str(folder / "sheets")],
        ["export", month, "--file", team, "--to", str(folder / f"hr-{month}.xlsx")],
    ]


@posix_only
def test_a_second_call_does_no_work_twice(project: Project) -> None:
    project.start()
    project.asked()
    ended = project.start()
    assert ended.returncode == 0
    assert "Already done" in ended.stdout
    assert project.asked() == []


@posix_only
def test_sheets_and_workbook_are_made_again_once_the_team_file_changed(project: Project) -> None:
    project.start()
    project.asked()
    team = project.root / "csdesk-demo" / run.last_full_month(date.today()) / "demo.csdesk"
    team.write_text("another entry", "utf-8")
    project.start()
    assert [words[0] for words in project.asked()] == ["appraise", "print", "export"]


@posix_only
def test_the_window_opens_on_the_team_where_there_is_a_screen(project: Project) -> None:
    project.start()
    project.asked()
    project.start(DISPLAY=":9")
    team = project.root / "csdesk-demo" / run.last_full_month(date.today()) / "demo.csdesk"
    assert project.asked() == [[str(team)]]


@posix_only
def test_a_team_that_was_not_finished_is_made_anew(project: Project) -> None:
    assert project.start(FAILS="demo").returncode == 1
    folder = project.root / "csdesk-demo" / run.last_full_month(date.today())
    (folder / "demo.csdesk").write_text("half", "utf-8")
    (folder / "demo.csdesk-wal").write_text("half", "utf-8")
    project.asked()
    assert project.start().returncode == 0
    assert [words[0] for words in project.asked()] == ["demo", "appraise", "print", "export"]
    assert not (folder / "demo.csdesk-wal").exists()


@posix_only
def test_the_main_job_stops_at_the_verb_that_refuses(project: Project) -> None:
    assert project.start(FAILS="appraise").returncode == 1
    assert [words[0] for words in project.asked()] == ["demo", "appraise"]


@posix_only
def test_setup_does_no_more_than_that(project: Project) -> None:
    ended = project.start("setup")
    assert (ended.returncode, project.asked()) == (0, [])


@posix_only
def test_the_planner_has_an_environment_of_its_own(project: Project) -> None:
    ended = project.start("planner")
    assert ended.returncode == 0
    assert str(project.root / ".venv-planner") in ended.stdout
    assert "Setting up" not in ended.stdout
    assert project.asked() == []


@posix_only
@pytest.mark.parametrize("word", ["planner", "test"])
def test_the_planners_environment_is_made_where_it_is_missing(project: Project, word: str) -> None:
    (project.root / "pytest.py").write_text("", "utf-8")
    stamp = project.root / ".venv-planner" / "csdesk-stamp"
    stamp.unlink()
    ended = project.start(word, "tests", PIP_NO_INDEX="1")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"Setting up {stamp.parent}" in ended.stdout
    assert project.run.is_set_up(project.run.PLANNER)


@posix_only
def test_a_verb_does_without_the_planner(project: Project) -> None:
    shutil.rmtree(project.root / ".venv-planner")
    assert project.start("roster").returncode == 7
    assert not (project.root / ".venv-planner").exists()


@posix_only
def test_tests_with_arguments_go_to_pytest_in_the_projects_folder(project: Project, tmp_path: Path) -> None:
    (project.root / "pytest.py").write_text("import os, sys; print(os.getcwd(), sys.argv[1:])", "utf-8")
    ended = project.start("test", "-k", "one word", cwd=tmp_path)
    assert ended.stdout == f"{project.root} ['-k', 'one word']\n"


@posix_only
def test_all_tests_have_their_coverage_judged(project: Project) -> None:
    (project.root / "pytest.py").write_text("import sys; print('pytest', *sys.argv[1:])", "utf-8")
    (project.root / ".ci").mkdir()
    (project.root / ".ci" / "covered.py").write_text("import sys; print('judged', *sys.argv[1:]); sys.exit(1)", "utf-8")
    ended = project.start("test")
    report = project.root / "build" / "coverage.json"
    tests, judged = ended.stdout.splitlines()
    assert f"--cov-report json:{report}" in tests
    assert judged == f"judged {report}"
    assert ended.returncode == 1


@posix_only
def test_every_check_runs_though_one_fails(project: Project) -> None:
    for name in ("ruff", "mypy", "lint-imports"):
        a_program(project.root / ".venv" / "bin", name, f'echo {name}; [ {name} != "mypy" ]')
    (project.root / ".ci").mkdir()
    (project.root / ".ci" / "translated.py").write_text("print('translated')", "utf-8")
    ended = project.start("check")
    lines = [line for line in ended.stdout.splitlines() if not line.startswith("==")]
    assert lines == ["ruff", "ruff", "mypy", "lint-imports", "translated", "Checks failed: types"]
    assert ended.returncode == 1


def test_help_is_the_files_own_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    assert "python3 run.py test" in capsys.readouterr().out
