"""Set csdesk up on a fresh machine and start it. Needs Python 3.11 and nothing else.

python3 run.py                  set up what is missing, do a month's work on a demonstration team, open the window
python3 run.py test [ARGUMENT]  set up and run the tests; the arguments go to pytest
python3 run.py check            set up and run format, lint, types and the import contract
python3 run.py setup            only set up
python3 run.py planner          set up what fills a month's roster by itself; the program does all else without it
python3 run.py WORD ...         set up, then `csdesk WORD ...`, for example: python3 run.py bench --json
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is the first thing an older Python gets to read
    sys.exit(f"csdesk needs Python 3.11 or later; this is {sys.version.split()[0]}. Start run.py with a newer one.")

import hashlib
import importlib.util
import os
import shutil
import subprocess
import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
DEMO = ROOT / "csdesk-demo"

# What Qt loads from the system, and the Debian package each comes in.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports", "--no-logo")),
    ("translation", ("python", ".ci/translated.py")),
)
COVERAGE = ROOT / "build" / "coverage.json"


class Environment(NamedTuple):
    """A virtual environment: its folder, the lock that says what it holds, and how large it is."""

    folder: Path
    lock: Path
    megabytes: int


PROGRAM = Environment(ROOT / ".venv", ROOT / "requirements.lock", 900)
# What the planner loads would slow every start of the program, so it lies apart and runs as a process of its own.
PLANNER = Environment(ROOT / ".venv-planner", ROOT / "csdesk" / "planner" / "requirements.lock", 300)


class Refused(Exception):
    """Something that the person at the machine has to do first; the text says what."""


def say(line: str) -> None:
    """Print one line at once, so that it stands before what a child prints."""
    print(line, flush=True)


# The machine


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; platform: as sys.platform."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_libraries(known: str, wanted: Iterable[str]) -> list[str]:
    """Return those of the `wanted` libraries that are not in `known`, the answer of ``ldconfig -p``."""
    present = {line.split()[0] for line in known.splitlines() if "=>" in line}
    return [library for library in wanted if library not in present]


def known_libraries() -> str | None:
    """Return the answer of ``ldconfig -p``, or None on a system without it."""
    # Ordinary users of Debian do not have /sbin on their path.
    ldconfig = shutil.which("ldconfig", path=os.pathsep.join([os.environ.get("PATH", ""), "/sbin", "/usr/sbin"]))
    if ldconfig is None or not sys.platform.startswith("linux"):
        return None
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


def apt_command(packages: Sequence[str]) -> str:
    """Return the line with which a person installs `packages` on Debian and its kin."""
    return f"sudo apt-get install {' '.join(packages)}"


def apt_prefix() -> list[str] | None:
    """Return what to put before apt-get so that it may install, or None where only a person can."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian `packages` where this user may; False where that did not succeed."""
    prefix = apt_prefix()
    if prefix is None:
        return False
    say(f"Installing from the system's packages: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    # A stale list is no reason to stop: the install says whether it mattered.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(install, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        print(*done.stdout.splitlines()[-5:], sep="\n", file=sys.stderr)
    return done.returncode == 0


def provide_venv_module() -> None:
    """See that this Python can make virtual environments; bare Debian leaves that part out."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if shutil.which("apt-get") is None:
        raise Refused(
            "This Python has no ensurepip module, so it cannot make a virtual environment. Install that part."
        )
    if not apt_install([package]):
        raise Refused(f"This Python cannot make a virtual environment. Run this first:\n  {apt_command([package])}")


def provide_libraries() -> bool:
    """See that Qt finds its system libraries; False, after saying what to do, where it will not."""
    known = known_libraries()
    if known is None:
        return True
    wanted = QT_LIBRARIES | WINDOW_LIBRARIES if has_screen(sys.platform, os.environ) else QT_LIBRARIES
    missing = missing_libraries(known, wanted)
    if not missing:
        return True
    if shutil.which("apt-get") is None:
        print(f"The window needs these system libraries; please install them: {', '.join(missing)}", file=sys.stderr)
        return False
    packages = [wanted[library] for library in missing]
    if apt_install(packages):
        return True
    print(f"The window and the tests need system libraries. Run this:\n  {apt_command(packages)}", file=sys.stderr)
    return False


# The virtual environments


def venv_program(name: str, venv: Environment = PROGRAM) -> Path:
    """Return the path of a program of a virtual environment."""
    return venv.folder / "Scripts" / f"{name}.exe" if sys.platform == "win32" else venv.folder / "bin" / name


def stamp(venv: Environment = PROGRAM) -> str:
    """Return what tells one complete virtual environment from another: the lock's digest and the Python beneath."""
    python = os.path.realpath(venv_program("python", venv))
    return f"{hashlib.sha256(venv.lock.read_bytes()).hexdigest()}\n{python}\n"


def is_set_up(venv: Environment = PROGRAM) -> bool:
    """Tell whether a virtual environment is whole and holds what its lock says."""
    file = venv.folder / "csdesk-stamp"
    return venv_program("python", venv).exists() and file.is_file() and file.read_text("utf-8") == stamp(venv)


def install_locked_packages(venv: Environment = PROGRAM) -> None:
    """Install what the lock holds, each package checked against its hashes; shows how far it is on a terminal."""
    pip = [str(venv_program("python", venv)), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    command = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(venv.lock)]
    total = venv.lock.read_text("utf-8").count("==")
    last: deque[str] = deque(maxlen=12)
    begun = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            last.append(line.rstrip())
            if line.startswith("Collecting ") and sys.stdout.isatty():
                begun += 1
                print(f"\r  {begun} of {total}: {line.split()[1]:<40.40}", end="", flush=True)
    if begun:
        print()
    if process.returncode:
        raise Refused(why_pip_failed("\n".join(last), venv))


def why_pip_failed(output: str, venv: Environment = PROGRAM) -> str:
    """Return the sentence for what pip said last."""
    if "HASHES" in output:
        return f"A package is not the one that {venv.lock.name} names; nothing was installed.\n{output}"
    if "No space left" in output:
        needed = f"{venv.megabytes} MB in {venv.folder}"
        return f"The disk is full: the packages need about {needed}. Make room and start again."
    if any(sign in output for sign in ("connection", "Connection", "resolve", "timed out", "No matching distribution")):
        last = output.splitlines()[-1]
        return f"The packages could not be fetched. Is there a network? Start again when there is.\n  {last}"
    return f"The packages could not be installed. pip said:\n{output}"


def build_venv(venv: Environment = PROGRAM) -> None:
    """Make a virtual environment anew from its lock; it counts only once it is whole."""
    provide_venv_module()
    say(f"Setting up {venv.folder} (about {venv.megabytes} MB, once)")
    begun = time.monotonic()
    # Started from within the very environment that is to be replaced, the Python beneath it makes the new one.
    python = getattr(sys, "_base_executable", sys.executable)
    subprocess.run([python, "-m", "venv", "--clear", str(venv.folder)], check=True)
    install_locked_packages(venv)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([venv_program("python", venv), "-c", where], capture_output=True, text=True, check=True)
    # `import csdesk` works from every folder; a relative line survives any letter in the path.
    packages = Path(answer.stdout.strip())
    (packages / "csdesk.pth").write_text(f"{Path(os.path.relpath(ROOT, packages)).as_posix()}\n", "utf-8")
    (venv.folder / "csdesk-stamp").write_text(stamp(venv), "utf-8")
    say(f"Set up in {time.monotonic() - begun:.0f} s")


def provide_planner() -> None:
    """See that the planner's environment is there."""
    if not is_set_up(PLANNER):
        build_venv(PLANNER)


# The work


def call(command: Sequence[str | Path], folder: Path | None = None) -> int:
    """Run `command` in `folder` (else where we are) and return its exit code, 128 and more for a signal."""
    with subprocess.Popen([str(word) for word in command], cwd=folder) as process:
        while True:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                # The child heard it too, and decides what becomes of its work.
                continue
            return code if code >= 0 else 128 - code


def csdesk(*words: str | Path) -> int:
    """Run one verb of csdesk."""
    return call([venv_program("python"), "-m", "csdesk", *words])


def become_csdesk(*words: str | Path) -> int:
    """Let csdesk take this process's place, so that every signal and its exit code are its own."""
    command = [str(venv_program("python")), "-m", "csdesk", *map(str, words)]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    # Elsewhere a process cannot be replaced.
    return call(command)


def last_full_month(today: date) -> str:
    """Return the month before that of `today`, as YYYY-MM."""
    return (today.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")


def state_of(team: Path) -> str:
    """Return what changes whenever something is written to the team file, without opening it."""
    log = team.with_name(f"{team.name}-wal")
    unread = log.stat().st_size if log.exists() else 0
    return f"{team.stat().st_mtime_ns} {team.stat().st_size} {unread}"


def make_demo_team(team: Path) -> int:
    """Make the demonstration team at `team`; while a mark stands beside it, it is unfinished and will be made anew."""
    mark = team.with_name("unfinished")
    if team.exists() and not mark.exists():
        return 0
    for leftover in team.parent.glob(f"{team.name}*"):
        leftover.unlink()
    team.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    code = csdesk("demo", "--to", team, "--no-window")
    if code == 0:
        mark.unlink()
    return code


def do_main_job(month: str) -> int:
    """Appraise `month` of a demonstration team, print its sheets and its workbook; done once, it is not done again."""
    folder = DEMO / month
    team, sheets, workbook = folder / "demo.csdesk", folder / "sheets", folder / f"hr-{month}.xlsx"
    code = make_demo_team(team)
    if code:
        return code
    done = folder / "done"
    if workbook.exists() and done.exists() and done.read_text("utf-8") == state_of(team):
        say(f"Already done: sheets and workbook of {month} are in {folder}")
        return 0
    for words in (
        ("appraise", month, "--file", team),
        ("print", month, "--file", team, "--to", sheets),
        ("export", month, "--file", team, "--to", workbook),
    ):
        code = csdesk(*words)
        if code:
            return code
    done.write_text(state_of(team), "utf-8")
    say(f"The team, its sheets and its workbook of {month} are in {folder}")
    return 0


def run_tests(arguments: Sequence[str]) -> int:
    """Run pytest with `arguments`; without any, the whole suite on all processors, with its coverage judged."""
    pytest = [str(venv_program("python")), "-m", "pytest"]
    if arguments:
        return call([*pytest, *arguments], ROOT)
    COVERAGE.parent.mkdir(exist_ok=True)
    code = call([*pytest, "-n", "auto", "--dist", "worksteal", "--cov", "--cov-report", f"json:{COVERAGE}"], ROOT)
    return code or call([venv_program("python"), ROOT / ".ci" / "covered.py", COVERAGE], ROOT)


def run_checks() -> int:
    """Run every check, the later ones too when one fails; 1 where any did."""
    failed = []
    for name, (program, *words) in CHECKS:
        say(f"== {name}: {' '.join([program, *words])}")
        if call([venv_program(program), *words], ROOT):
            failed.append(name)
    say(f"Checks failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing, do what `arguments` ask for, and return the exit code."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if word in ("-h", "--help"):
        print(__doc__)
        return 0
    if word == "planner":
        provide_planner()
        say(f"The planner is set up in {PLANNER.folder}")
        return 0
    ready = is_set_up()
    # A verb of a machine that is set up starts at once; all else shows windows, if only unseen ones.
    qt_is_ready = ready if ready and word not in ("", "test", "setup") else provide_libraries()
    if not ready:
        build_venv()
    if word == "check":
        return run_checks()
    if word not in ("", "test", "setup"):
        return become_csdesk(*arguments)
    if word == "setup" or (word == "test" and not qt_is_ready):
        return 0 if qt_is_ready else 1
    if word == "test":
        provide_planner()
        return run_tests(rest)
    month = last_full_month(date.today())
    code = do_main_job(month)
    if code or not has_screen(sys.platform, os.environ):
        return code
    return become_csdesk(DEMO / month / "demo.csdesk") if qt_is_ready else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Refused as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)
