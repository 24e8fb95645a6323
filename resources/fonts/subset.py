"""Make the two shipped fonts from the npm package @expo-google-fonts/noto-sans-sc. Needed only when the fonts change.

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python resources/fonts/subset.py package

The argument is the unpacked folder ``package``. fontTools (a development requirement) does the work; nothing is fetched.
The package's LICENSE_FONT is OFL.txt here. standard_hanzi.txt holds the 8,105 characters of 通用规范汉字表 (2013), as the
property kTGH of the Unihan database has them.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

# Latin with its accents, Greek, Cyrillic; punctuation, currency, letter-like signs, numbers, arrows, mathematics; circled and
# boxed signs, lines, shapes, ticks; Chinese punctuation, kana, bopomofo, units; full-width forms.
SIGNS = (
    (0x0020, 0x024F), (0x02B0, 0x03FF), (0x0400, 0x045F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x2300, 0x23FF),
    (0x2460, 0x27BF), (0x2E80, 0x312F), (0x3190, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
)  # fmt: skip
HANZI = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


def encodable(codec: str) -> set[int]:
    """Return the characters of the basic plane that `codec` can write."""
    surrogates = range(0xD800, 0xE000)
    return {code for code in range(0x20, 0x10000) if code not in surrogates and chr(code).encode(codec, "ignore")}


def within(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return every character of `ranges`, last ones included."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def standard_hanzi() -> set[int]:
    """Return the 8,105 characters of the national list."""
    return {ord(c) for c in (HERE / "standard_hanzi.txt").read_text("utf-8") if not c.isspace()}


def subset(source: Path, target: Path, wanted: set[int]) -> None:
    """Write the glyphs of `wanted` from `source` to `target`, without hints and without what only typesetting needs."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.1f} MB")


def main(package: Path) -> None:
    """Make both fonts from the unpacked npm package."""
    signs = within(SIGNS)
    subset(
        package / "400Regular" / "NotoSansSC_400Regular.ttf",
        HERE / "NotoSansSC-Regular.ttf",
        signs | encodable("gbk") | standard_hanzi() | within(HANZI),
    )
    subset(
        package / "700Bold" / "NotoSansSC_700Bold.ttf",
        HERE / "NotoSansSC-Bold.ttf",
        signs | encodable("gb2312") | standard_hanzi(),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
