"""Files are written whole or not at all."""

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_OURS = (".xlsx", ".pdf", ".csv", ".png")
_NAME_BYTES = 200
"""File systems take 255 bytes; the rest is for an ending and a number."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; a reader sees the old file or the new one, never a part.

    Raises OSError where the folder cannot be written; nothing is left behind then.
    """
    write_all([(path, content)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files; none of them comes into being before all could be written.

    What stands at a path is only replaced if its name says that it is of a kind that is written here: never a team
    file. Raises OSError, with the path, where one of them cannot be written; nothing is left behind then.
    """
    with beside(files) as put_in_place:
        put_in_place()


@contextmanager
def beside(files: Sequence[tuple[Path, bytes]]) -> Iterator[Callable[[], None]]:
    """Write several files whole beside their places; yield what puts them there.

    What is not put in place by the end of the block is removed, and the folders that were made for it: everything is
    as it was. Raises OSError as `write_all` does.
    """
    for path, _ in files:
        _check_free(path)
    waiting: list[tuple[Path, Path]] = []
    made: list[Path] = []

    def put_in_place() -> None:
        while waiting:
            part_path, path = waiting[0]
            with _naming(path):
                part_path.replace(path)
            waiting.pop(0)

    try:
        for path, content in files:
            with _naming(path):
                made += _make_folder(path.parent)
                # Not by tempfile, whose files are private: whoever the user's mask lets in may read these.
                unfinished = path.with_name(f".csdesk-{secrets.token_hex(8)}.part")
                waiting.append((unfinished, path))
                with unfinished.open("xb") as part:
                    part.write(content)
                    part.flush()
                    os.fsync(part.fileno())
        yield put_in_place
    finally:
        for part_path, _ in waiting:
            part_path.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # It holds what was put in place, or what somebody else has put there.
                folder.rmdir()


def _make_folder(folder: Path) -> list[Path]:
    """Make `folder` and what it stands in; return those that were not there, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _check_free(path: Path) -> None:
    """Refuse a path where something stands that must not be replaced, or that cannot be."""
    with _naming(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and path.suffix.lower() not in _OURS:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an error name the file that was asked for, not the one that is made on the way."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def safe_name(text: str) -> str:
    """Return `text` as part of a file's name on any system; of a very long one, the beginning."""
    plain = _FORBIDDEN.sub("", text).encode("utf-8", "ignore")[:_NAME_BYTES].decode("utf-8", "ignore")
    return plain.strip(" .") or "_"


def distinct(names: Sequence[str]) -> list[str]:
    """Return the names of files, numbered where two would be one file; capitals make no difference everywhere."""
    taken: set[str] = set()
    result = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        free, nth = name, 1
        while free.casefold() in taken:
            nth += 1
            free = f"{stem} ({nth}){dot}{ending}"
        taken.add(free.casefold())
        result.append(free)
    return result
