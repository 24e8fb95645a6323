"""Files are written whole or not at all."""

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; a reader sees the old file or the new one, never a part.

    Raises OSError where the folder cannot be written; nothing is left behind then.
    """
    write_all([(path, content)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files; none of them comes into being before all could be written.

    Raises OSError where a folder cannot be written; nothing is left behind then.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".csdesk-", suffix=".part")
            waiting.append((Path(name), path))
            with os.fdopen(handle, "wb") as part:
                part.write(content)
                part.flush()
                os.fsync(part.fileno())
            # mkstemp makes private files; these are meant to be opened by whoever may read the folder.
            Path(name).chmod(0o644)
        while waiting:
            part_path, path = waiting[0]
            part_path.replace(path)
            waiting.pop(0)
    finally:
        for part_path, _ in waiting:
            part_path.unlink(missing_ok=True)


def safe_name(text: str) -> str:
    """Return `text` as part of a file's name on any system."""
    return _FORBIDDEN.sub("", text).strip(" .") or "_"
