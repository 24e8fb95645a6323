"""Judge the window's Chinese: python .ci/translated.py. Exit code 1 where a text has none, or the files are behind.

The remedy is the same for all: python resources/i18n/make.py, and the Chinese written into the .ts file.
"""

import runpy
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[1]

Messages = Mapping[tuple[str, str], str]
"""The Chinese by context and English; "" where there is none."""


def faults(kept: Messages, said: Messages) -> list[str]:
    """Return a sentence for each text that is said but not kept, kept but not said, or without its whole Chinese."""
    found = [f"not gathered yet: {context}: {english}" for context, english in sorted(said.keys() - kept.keys())]
    found += [f"no longer said: {context}: {english}" for context, english in sorted(kept.keys() - said.keys())]
    for (context, english), chinese in sorted(kept.items()):
        if not chinese.strip():
            found.append(f"no Chinese: {context}: {english}")
        # Not by name: {points} in English may be {size}, without its sign, in Chinese.
        elif len(_particulars(english)) != len(_particulars(chinese)):
            found.append(f"other particulars: {context}: {english} / {chinese}")
    return found


def _particulars(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def main() -> int:
    """Gather the window's words anew beside the kept files and compare."""
    make = runpy.run_path(str(ROOT / "resources" / "i18n" / "make.py"))
    gather: Callable[[Path], None] = make["gather"]
    compile_to: Callable[[Path], None] = make["compile_to"]
    messages: Callable[[Path], Messages] = make["messages"]
    with tempfile.TemporaryDirectory() as folder:
        ts, qm = Path(folder, "said.ts"), Path(folder, "said.qm")
        shutil.copy(make["TS"], ts)
        gather(ts)
        compile_to(qm)
        found = faults(messages(make["TS"]), messages(ts))
        if qm.read_bytes() != make["QM"].read_bytes():
            found.append("the compiled file is behind: csdesk_zh_CN.qm")
    print(*found or [f"{len(messages(make['TS']))} texts of the window, all in Chinese"], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
