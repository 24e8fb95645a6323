"""Cut the window's icons out of QtAwesome's Phosphor set: `python resources/icons/make.py`, after a change of GLYPHS.

QtAwesome itself is not loaded by the window: its import and first icon take 0.35 s, several times what a bare window
takes, and it reads all its eleven sets. What it draws is these glyphs; the window draws them from a font of 20 kB.
Writes phosphor.ttf (the glyphs of `csdesk.ui.icons.GLYPHS`) and the arrows and ticks that a style sheet needs as PNG.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from PySide6.QtGui import QGuiApplication  # noqa: E402  (after the path is set)

from csdesk.ui import icons  # noqa: E402
from csdesk.ui.tokens import DARK, LIGHT  # noqa: E402


def qtawesome_fonts() -> Path:
    """Return the folder of QtAwesome's fonts, without importing it."""
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise SystemExit("QtAwesome is not installed: install the development requirements first.")
    return Path(found.origin).parent / "fonts"


def cut() -> None:
    """Write phosphor.ttf with the glyphs that the window uses, and check their numbers against QtAwesome's."""
    charmap = json.loads((qtawesome_fonts() / "phosphor-charmap-1.3.0.json").read_text("utf-8"))
    wrong = [name for name, code in icons.GLYPHS.items() if int(charmap[name], 16) != code]
    if wrong:
        raise SystemExit(f"Glyph numbers differ from QtAwesome's: {', '.join(wrong)}")
    options = Options()
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    font = load_font(str(qtawesome_fonts() / "phosphor-1.3.0.ttf"), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=icons.GLYPHS.values())
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # The same bytes at every run.
    font.recalcTimestamp = False
    save_font(font, str(HERE / "phosphor.ttf"), options)


def draw() -> None:
    """Write the arrows and ticks of the style sheet, in both themes, at one and two pixels a point."""
    names = {"chevron-down": "caret-down", "chevron-up": "caret-up", "chevron-right": "caret-right", "check": "check"}
    for theme, tokens in (("light", LIGHT), ("dark", DARK)):
        for file, glyph in names.items():
            for suffix, ratio in (("", 1.0), ("@2x", 2.0)):
                icons.pixmap(glyph, tokens.muted, 16, ratio).save(str(HERE / f"{file}-{theme}{suffix}.png"))
        for suffix, ratio in (("", 1.0), ("@2x", 2.0)):
            icons.pixmap("check", tokens.on_accent, 16, ratio).save(str(HERE / f"check-on-{theme}{suffix}.png"))


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    cut()
    draw()
