"""Keep the window's Chinese up to date: `python resources/i18n/make.py` after any change of words in csdesk/ui.

Gathers every `tr` of the window into csdesk_zh_CN.ts (what is no longer said is dropped), names what has no Chinese
yet, and compiles csdesk_zh_CN.qm. Write the Chinese between the two runs, in the .ts file. Texts that are no widget's
own stand in texts/*.toml instead.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TS = HERE / "csdesk_zh_CN.ts"
QM = HERE / "csdesk_zh_CN.qm"
TOOLS = Path(PySide6.__file__).parent


def sources() -> list[Path]:
    """Return every file that says words of the window."""
    return [*sorted((ROOT / "csdesk" / "ui").rglob("*.py")), ROOT / "csdesk" / "app.py"]


def gather(ts: Path) -> None:
    """Bring `ts` up to date with what the window says; makes it where it is missing."""
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "zh_CN"]
    files = [str(file) for file in sources()]
    subprocess.run([_tool("lupdate"), *options, *files, "-ts", str(ts)], check=True)


def compile_to(qm: Path) -> None:
    """Compile csdesk_zh_CN.ts."""
    subprocess.run([_tool("lrelease"), "-silent", str(TS), "-qm", str(qm)], check=True)


def messages(ts: Path) -> dict[tuple[str, str], str]:
    """Return the Chinese by context and English; "" where there is none yet."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and translation.get("type") is None
            text = (translation.text or "") if translation is not None and is_done else ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def _tool(name: str) -> str:
    return str(next(file for file in (TOOLS / name, TOOLS / f"{name}.exe") if file.exists()))


if __name__ == "__main__":
    gather(TS)
    missing = [f"{context}: {english}" for (context, english), chinese in messages(TS).items() if not chinese]
    compile_to(QM)
    print(f"{TS.name}: {len(messages(TS))} texts, {len(missing)} without Chinese", *missing, sep="\n  ")
    sys.exit(bool(missing))
