"""Make the shipped fonts from the npm package @expo-google-fonts/noto-sans-sc. Needed only when the fonts change.

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python resources/fonts/subset.py package

The argument is the unpacked folder ``package``. fontTools (a development requirement) does the work; nothing is
fetched. Two fonts hold everything; two small ones, named csdesk Latin, hold the same letters for the window in English:
in Noto Sans SC the ellipsis, the quotation marks and the middle dot are as wide as a hanzi, with the dots at half
height, which is right among hanzi and odd among letters. There the font's own narrow forms stand in their places.

The package's LICENSE_FONT is OFL.txt here. standard_hanzi.txt holds the 8,105 characters of 通用规范汉字表 (2013),
as the property kTGH of the Unihan database has them.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

# Latin with its accents, Greek, Cyrillic; punctuation, currency, letter-like signs, numbers, arrows, mathematics;
# circled and boxed signs, lines, shapes, ticks; Chinese punctuation, kana, bopomofo, units; full-width forms.
SIGNS = (
    (0x0020, 0x024F), (0x02B0, 0x03FF), (0x0400, 0x045F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x2300, 0x23FF),
    (0x2460, 0x27BF), (0x2E80, 0x312F), (0x3190, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
)  # fmt: skip
LATIN = ((0x0020, 0x024F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2190, 0x2193), (0x2200, 0x2265))
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
    """Write the glyphs of `wanted` from `source` to `target`."""
    cut(TTFont(source, recalcTimestamp=False), target, wanted)


def cut(font: TTFont, target: Path, wanted: set[int]) -> None:
    """Write the glyphs of `wanted` to `target`, without hints and without what only typesetting needs."""
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


def narrow_forms(font: TTFont) -> dict[str, str]:
    """Return the font's own proportional form (feature pwid) of each glyph that has one, by glyph name."""
    table = font["GSUB"].table
    features = (record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "pwid")
    numbers = {number for feature in features for number in feature.LookupListIndex}
    found: dict[str, str] = {}
    for number in sorted(numbers):
        for part in table.LookupList.Lookup[number].SubTable:
            found |= getattr(part, "ExtSubTable", part).mapping
    return found


def halve(font: TTFont, glyph: str) -> None:
    """Cut a quarter of an em from either side of a glyph that stands in the middle of a whole one."""
    quarter = font["head"].unitsPerEm // 4
    font["glyf"][glyph].coordinates.translate((-quarter, 0))
    font["glyf"][glyph].recalcBounds(font["glyf"])
    width, side = font["hmtx"][glyph]
    font["hmtx"][glyph] = (width - 2 * quarter, side - quarter)


def latin(source: Path, target: Path) -> None:
    """Write the Latin letters of `source` to `target`, with narrow signs, under a name of their own."""
    font = TTFont(source, recalcTimestamp=False)
    narrow = narrow_forms(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: narrow.get(glyph, glyph) for code, glyph in table.cmap.items()}
    halve(font, font.getBestCmap()[ord("·")])
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = str(record).replace("NotoSansSC", "csdeskLatin").replace("Noto Sans SC", "csdesk Latin")
    cut(font, target, within(LATIN))


def main(package: Path) -> None:
    """Make the fonts from the unpacked npm package."""
    signs = within(SIGNS)
    latin(package / "400Regular" / "NotoSansSC_400Regular.ttf", HERE / "csdeskLatin-Regular.ttf")
    latin(package / "700Bold" / "NotoSansSC_700Bold.ttf", HERE / "csdeskLatin-Bold.ttf")
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
