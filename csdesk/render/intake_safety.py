"""Before a workbook is parsed: is it one, is it small enough, does it carry no program.

Nothing is unpacked until the sizes that the archive declares are within bounds; Python's zipfile never unpacks more
of a member than it declares.
"""

import io
import lzma
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse
from openpyxl.utils import column_index_from_string

from csdesk.render.intake_rows import Fault

MEBIBYTE = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACRO_NAMES = (".xlsm", ".xltm", ".xlam")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "http://purl.oclc.org/ooxml/"
_ENCRYPTED_FLAG = 0x1
_CELL = re.compile(r"[A-Z]{1,3}\d{1,7}")
_REF = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")

DAMAGED = (
    zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, KeyError, ValueError, TypeError, IndexError,
    AttributeError, OSError, EOFError, NotImplementedError, AssertionError, OverflowError, RuntimeError, struct.error,
    lzma.LZMAError,
)  # fmt: skip
"""What zipfile and openpyxl raise on archives and XML that are not what they claim; only ever caught around them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How big a workbook may be. Sizes in bytes; rows: those that are not blank, per sheet.

    ratio: how many times bigger than packed a part may be, for parts above `ratio_from` bytes.
    """

    file: int = 20 * MEBIBYTE
    members: int = 2000
    part: int = 32 * MEBIBYTE
    total: int = 64 * MEBIBYTE
    ratio: int = 400
    ratio_from: int = 4 * MEBIBYTE
    rows: int = 50_000
    columns: int = 128


class Merge(NamedTuple):
    """A merged range, for example ``A3:A5``; columns and rows from 1, the last ones included."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class SheetTraits:
    """What openpyxl does not tell of a sheet that is read row by row.

    uncomputed: cells with a formula but no stored result.
    """

    uncomputed: frozenset[str] = frozenset()
    merged: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook that may be parsed. content: the whole file. parts: path in the archive by title of the sheet."""

    content: bytes
    parts: dict[str, str] = field(default_factory=dict)

    def traits(self, title: str, ask: Callable[[], None]) -> SheetTraits | None:
        """Return the traits of a sheet, None if it is damaged; `ask` is called row by row and may raise."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive, archive.open(self.parts[title]) as part:
                return _traits(part, ask)
        except DAMAGED:
            return None


def open_package(path: Path, limits: Limits) -> Package | Fault:
    """Return the workbook at `path` as a package, or the one reason why it cannot be read."""
    content = _content(path, limits)
    if isinstance(content, Fault):
        return content
    if path.suffix.lower() in _MACRO_NAMES:
        return _fault("file.macros")
    if content.startswith(_OLE):
        return _fault("file.encrypted" if _OLE_ENCRYPTED in content else "file.old")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            fault = _fault_of_archive(archive, limits)
            return fault or _package(archive, content)
    except DAMAGED:
        return _fault("file.damaged" if content.startswith(b"PK") else "file.not-workbook")


def _content(path: Path, limits: Limits) -> bytes | Fault:
    """Read the file once, whole, so that what is checked is what is parsed."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _fault("file.folder")
        if not stat.S_ISREG(status.st_mode):
            return _fault("file.not-workbook")
        with path.open("rb") as file:
            content = file.read(limits.file + 1)
    except FileNotFoundError:
        return _fault("file.missing")
    except PermissionError:
        return _fault("file.no-permission")
    except OSError as error:
        return _fault("file.unreadable", reason=error.strerror or str(error))
    if len(content) > limits.file:
        return _fault("file.too-big", limit=_mebibytes(limits.file))
    return content or _fault("file.empty")


def _fault_of_archive(archive: zipfile.ZipFile, limits: Limits) -> Fault | None:
    """Return why the archive must not be unpacked, by its directory alone."""
    members = archive.infolist()
    if len(members) > limits.members:
        return _fault("file.too-many-parts", parts=len(members), limit=limits.members)
    total = sum(member.file_size for member in members)
    if total > limits.total:
        return _fault("file.unpacks", size=_mebibytes(total), limit=_mebibytes(limits.total))
    for member in members:
        squeezed = member.file_size > limits.ratio_from and member.file_size > limits.ratio * member.compress_size
        if member.file_size > limits.part or squeezed:
            return _fault("file.part-unpacks", part=posixpath.basename(member.filename)[:60],
                          size=_mebibytes(member.file_size), limit=_mebibytes(limits.part))  # fmt: skip
    names = {member.filename.lower() for member in members}
    if any(name.endswith("vbaproject.bin") for name in names):
        return _fault("file.macros")
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        return _fault("file.encrypted")
    if "xl/workbook.bin" in names:
        return _fault("file.binary")
    return None if "[content_types].xml" in names else _fault("file.not-workbook")


def _package(archive: zipfile.ZipFile, content: bytes) -> Package | Fault:
    """Find the sheets' parts. A package whose main part is not a workbook is something else, a letter perhaps."""
    main = next((target for kind, target in _relations(archive, "").values() if kind.endswith("/officeDocument")), "")
    book = fromstring(archive.read(main)) if main else None
    if book is None or _local(book) != "workbook":
        return _fault("file.not-workbook")
    if book.tag.startswith("{" + _STRICT):
        return _fault("file.strict")
    targets = _relations(archive, main)
    parts = {
        sheet.get("name", ""): targets[sheet.get(_RELATIONSHIP, "")][1]
        for sheet in book.iter()
        if _local(sheet) == "sheet"
    }
    return Package(content, parts)


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return kind and target of a part's relations within the archive, by their id; "" is the package itself."""
    folder, name = posixpath.split(part)
    root = fromstring(archive.read(posixpath.join(folder, "_rels", name + ".rels")))
    return {
        relation.get("Id", ""): (
            relation.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in root
        if relation.get("TargetMode") != "External"
    }


def _traits(part: IO[bytes], ask: Callable[[], None]) -> SheetTraits:
    uncomputed: set[str] = set()
    merged: list[Merge] = []
    for _, element in iterparse(part):
        name = _local(element)
        if name == "row":
            ask()
            places = (cell.get("r", "") for cell in element if _is_uncomputed(cell))
            uncomputed.update(place for place in places if _CELL.fullmatch(place))
            element.clear()
        elif name == "mergeCell":
            ref = element.get("ref", "")
            merged.append(Merge(ref, *_bounds(ref)))
    return SheetTraits(frozenset(uncomputed), tuple(merged))


def _bounds(ref: str) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of a range such as A3:A5; ValueError for anything else."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise ValueError(f"not a range: {ref!r}")
    return column_index_from_string(match[1]), int(match[2]), column_index_from_string(match[3]), int(match[4])


def _is_uncomputed(cell: Element) -> bool:
    """Return whether a cell has a formula and no result; a computed empty text is a result."""
    children = {_local(child): child.text for child in cell}
    return "f" in children and not children.get("v") and cell.get("t") != "str"


def _local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _mebibytes(size: int) -> int:
    return max(1, round(size / MEBIBYTE))


def _fault(code: str, /, **detail: str | int) -> Fault:
    return Fault("", "", code, detail)
