"""Loads PySide once, without what it would do over again at every start.

PySide carries a dozen Python modules inside its library and compiles them anew in every process, which takes an eighth
of csdesk's start (measured with PySide 6.11). Here what was compiled is kept, as Python keeps it for any other module.
"""

import builtins
import contextlib
import marshal
import os
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_INSIDE = ("signature_bootstrap.py", "shibokensupport/")
# It only writes stubs for developers, and loads argparse and logging for that.
_UNUSED = "shibokensupport/signature/lib/pyi_generator.py"

_Compiled = dict[str, tuple[bytes, CodeType]]  # by file name: digest of the source, code


def load_qt() -> None:
    """Import PySide6.QtCore; whoever imports Qt afterwards gets the same modules.

    What was compiled is kept beside this module's own compiled form, wherever Python keeps that, if it can be written.
    """
    kept = Path(cache_from_source(str(Path(__file__).with_name("qt_inside.py"))))
    with _kept_compiled(kept):
        import PySide6.QtCore  # noqa: F401
    # PySide's import hook reads the source of every module that comes after it, to find out who wants Qt's names in
    # another spelling. Nobody does here, and it takes a twentieth of the start.
    plain_import = getattr(builtins, "__orig_import__", None)
    if plain_import is not None:
        builtins.__import__ = plain_import


@contextlib.contextmanager
def _kept_compiled(kept: Path) -> Iterator[None]:
    """Let the modules inside PySide be taken from the file `kept`, and put there what it lacked."""
    known = _read(kept)
    fresh: _Compiled = {}
    compile_anew = builtins.compile

    def compiled(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:  # as builtins.compile is
        if not (isinstance(filename, str) and filename.startswith(_INSIDE) and isinstance(source, bytes)):
            return compile_anew(source, filename, mode, *rest, **named)
        text = b"" if filename == _UNUSED else source
        digest = source_hash(text)
        if known.get(filename, (b"", None))[0] != digest:
            fresh[filename] = digest, compile_anew(text, filename, mode, *rest, **named)
        return (fresh.get(filename) or known[filename])[1]

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = compile_anew
    if fresh and not sys.dont_write_bytecode:
        _write(kept, known | fresh)


def _read(kept: Path) -> _Compiled:
    """Return what was kept; nothing where there is no such file, or where it is not whole."""
    try:
        found: _Compiled = marshal.loads(kept.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found


def _write(kept: Path, compiled: _Compiled) -> None:
    """Keep `compiled`, whole or not at all. A folder that takes nothing is no fault: the next start compiles again."""
    being_written = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        being_written.write_bytes(marshal.dumps(compiled))
        being_written.replace(kept)
    except OSError:
        with contextlib.suppress(OSError):
            being_written.unlink(missing_ok=True)
