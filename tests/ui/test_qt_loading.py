"""Loading Qt keeps what Python compiled of PySide's own modules; each start is a process of its own."""

import json
import marshal
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

_START = """
import builtins, json, sys
inside = []
compile_anew = builtins.compile

def counted(source, filename, *rest, **named):
    if str(filename).startswith(("shibokensupport/", "signature_bootstrap")):
        inside.append(filename)
    return compile_anew(source, filename, *rest, **named)

builtins.compile = counted
import csdesk.ui
from PySide6.QtCore import QObject

try:
    QObject().setParent(3)
    said = ""
except TypeError as error:
    said = str(error)
print(json.dumps({
    "compiled": len(inside),
    "modules": sorted(name for name in sys.modules if name.startswith("shibokensupport")),
    "said": said,
    "put_back": builtins.compile is counted,
}))
"""


def start(compiled: Path, **settings: str) -> dict[str, Any]:
    """Load Qt in a new process, as csdesk does; return what it compiled of PySide's modules, and what it has."""
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONPATH": str(ROOT), **settings}
    if "PYTHONDONTWRITEBYTECODE" not in settings:
        env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", _START], env=env, capture_output=True, encoding="utf-8", check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def kept(compiled: Path) -> list[Path]:
    return list(compiled.rglob("qt_inside.*"))


def test_the_second_start_compiles_nothing_of_pyside(tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    assert first["compiled"] > 5
    assert second["compiled"] == 0
    assert second["modules"] == first["modules"]
    assert len(kept(tmp_path)) == 1  # and no half-written file beside it


def test_a_wrong_call_is_still_told_with_what_was_expected(tmp_path: Path) -> None:
    start(tmp_path)
    second = start(tmp_path)
    assert "Supported signatures" in second["said"]
    assert "setParent" in second["said"]


def test_compiling_is_pythons_own_again_once_qt_is_loaded(tmp_path: Path) -> None:
    assert start(tmp_path)["put_back"]


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"half of somethi"])
def test_what_was_kept_badly_is_compiled_again_and_kept_anew(tmp_path: Path, content: bytes) -> None:
    start(tmp_path)
    kept(tmp_path)[0].write_bytes(content)
    assert start(tmp_path)["compiled"] > 5
    assert start(tmp_path)["compiled"] == 0


def test_another_source_is_compiled_again(tmp_path: Path) -> None:
    start(tmp_path)
    file = kept(tmp_path)[0]
    known = marshal.loads(file.read_bytes())
    name = next(iter(known))
    file.write_bytes(marshal.dumps({**known, name: (b"an older source", known[name][1])}))
    assert start(tmp_path)["compiled"] == 1


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert start(tmp_path / "file" / "inside")["compiled"] > 5


def test_who_wants_nothing_compiled_kept_gets_nothing(tmp_path: Path) -> None:
    start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not kept(tmp_path)


def test_nothing_half_written_stays_where_the_place_is_taken(tmp_path: Path) -> None:
    start(tmp_path)
    place = kept(tmp_path)[0]
    place.unlink()
    place.mkdir()
    assert start(tmp_path)["compiled"] > 5
    assert kept(tmp_path) == [place]
