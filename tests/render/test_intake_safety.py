"""What is refused before a workbook is parsed, and why."""

import io
import os
import struct
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from csdesk.render.intake_book import read_intake
from csdesk.render.intake_rows import Fault
from csdesk.render.intake_safety import MEBIBYTE, Limits, Package, SheetTraits, open_package
from tests.render.books import LI_NA, STAFF_HEAD, a_workbook, part_of, places, repacked, saved

SHEET = "xl/worksheets/sheet1.xml"


def a_team(folder: Path, name: str = "team.xlsx") -> Path:
    return saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), folder, name)


def refused(path: Path, limits: Limits | None = None) -> str:
    """Return the code of the one fault with which a file is refused."""
    fault = open_package(path, limits or Limits())
    assert isinstance(fault, Fault), "it was accepted"
    assert places([fault]) == [("", fault.code)]
    assert read_intake(path, limits=limits).faults == (fault,)
    return fault.code


def a_package(path: Path) -> Package:
    package = open_package(path, Limits())
    assert isinstance(package, Package), package
    return package


def test_openpyxl_parses_with_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML


def test_a_sound_workbook_is_accepted_with_its_sheets(tmp_path: Path) -> None:
    assert a_package(a_team(tmp_path)).parts == {"Staff": SHEET}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == "file.missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "file.folder"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.touch()
    assert refused(path) == "file.empty"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refused(tmp_path / "pipe.xlsx") == "file.not-workbook"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = a_team(tmp_path)
    monkeypatch.setattr(Path, "open", forbidden)
    assert refused(path) == "file.no-permission"


def test_a_file_that_the_disk_does_not_give_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    path = a_team(tmp_path)
    monkeypatch.setattr(Path, "open", broken)
    assert refused(path) == "file.unreadable"


def test_a_path_that_cannot_be_is_refused() -> None:
    assert refused(Path("x" * 5000 + ".xlsx")) == "file.unreadable"


@pytest.mark.parametrize(
    "content", [b"number,name\n0101,Li Na\n", b"%PDF-1.7", b"\xff\xfe\x00", "工号,姓名".encode("gbk")]
)
def test_another_kind_of_file_is_refused_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "team.xlsx"
    path.write_bytes(content)
    assert refused(path) == "file.not-workbook"


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letters.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear customer")
    assert refused(path) == "file.not-workbook"


def test_a_letter_is_refused(tmp_path: Path) -> None:
    path = repacked(a_team(tmp_path), {"xl/workbook.xml": "<document xmlns='urn:letter'/>"})
    assert refused(path) == "file.not-workbook"


def test_a_package_without_a_main_part_is_refused(tmp_path: Path) -> None:
    path = repacked(a_team(tmp_path), {"_rels/.rels": "<Relationships/>"})
    assert refused(path) == "file.not-workbook"


def test_a_workbook_of_the_old_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "team.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    assert refused(path) == "file.old"


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "team.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "EncryptedPackage".encode("utf-16-le"))
    assert refused(path) == "file.encrypted"


def test_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    (flags,) = struct.unpack_from("<H", content, at + 8)
    struct.pack_into("<H", content, at + 8, flags | 1)
    path.write_bytes(content)
    assert refused(path) == "file.encrypted"


@pytest.mark.parametrize("name", ["team.xlsm", "TEAM.XLSM", "team.xltm", "team.xlam"])
def test_a_macro_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    assert refused(a_team(tmp_path).rename(tmp_path / name)) == "file.macros"


def test_macros_are_found_under_any_name(tmp_path: Path) -> None:
    assert refused(repacked(a_team(tmp_path), {"xl/vbaProject.bin": b"macro"})) == "file.macros"


def test_a_binary_workbook_is_refused(tmp_path: Path) -> None:
    assert refused(repacked(a_team(tmp_path), {"xl/workbook.bin": b"\x00"})) == "file.binary"


def test_a_strict_workbook_is_refused(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    book = part_of(path, "xl/workbook.xml").replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    assert refused(repacked(path, {"xl/workbook.xml": book})) == "file.strict"


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9, 0.999])
def test_a_workbook_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    path = a_team(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refused(path) == "file.damaged"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml", "xl/styles.xml"]
)
def test_a_workbook_with_a_spoilt_part_is_refused(tmp_path: Path, part: str) -> None:
    reading = read_intake(repacked(a_team(tmp_path), {part: "<not closed"}))
    assert places(reading.faults) == [("", "file.damaged")]


@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/hostname">']
)
def test_entities_are_never_unfolded(tmp_path: Path, entity: str) -> None:
    path = a_team(tmp_path)
    book = part_of(path, "xl/workbook.xml")
    declaration, _, rest = book.rpartition("?>")
    spoilt = f"{declaration}{'?>' if declaration else ''}<!DOCTYPE workbook [{entity}]>{rest}"
    assert refused(repacked(path, {"xl/workbook.xml": spoilt})) == "file.damaged"


def test_a_file_may_be_only_so_big(tmp_path: Path) -> None:
    assert refused(a_team(tmp_path), replace(Limits(), file=100)) == "file.too-big"


def test_an_archive_may_have_only_so_many_parts(tmp_path: Path) -> None:
    assert refused(a_team(tmp_path), replace(Limits(), members=3)) == "file.too-many-parts"


def test_an_archive_may_unpack_to_only_so_much(tmp_path: Path) -> None:
    assert refused(a_team(tmp_path), replace(Limits(), total=2000)) == "file.unpacks"


def test_a_part_may_unpack_to_only_so_much(tmp_path: Path) -> None:
    assert refused(a_team(tmp_path), replace(Limits(), part=2000)) == "file.part-unpacks"


def test_a_part_may_be_squeezed_only_so_far(tmp_path: Path) -> None:
    path = repacked(a_team(tmp_path), {SHEET: b" " * 5 * MEBIBYTE})
    assert refused(path) == "file.part-unpacks"


def test_a_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet9.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b"<row/>" * (MEBIBYTE // 6))
    assert path.stat().st_size < 2 * MEBIBYTE
    tracemalloc.start()
    try:
        assert refused(path) == "file.unpacks"
        assert tracemalloc.get_traced_memory()[1] < 30 * MEBIBYTE
    finally:
        tracemalloc.stop()


def test_an_archive_that_lies_about_its_sizes_gains_nothing(tmp_path: Path) -> None:
    path = repacked(a_team(tmp_path), {SHEET: b"<worksheet>" + b" " * 5 * MEBIBYTE + b"</worksheet>"})
    content = path.read_bytes()
    size = 5 * MEBIBYTE + len(b"<worksheet></worksheet>")
    assert content.count(struct.pack("<I", size)) == 2
    path.write_bytes(content.replace(struct.pack("<I", size), struct.pack("<I", 500)))
    assert {fault.code for fault in read_intake(path).faults} <= {"file.damaged", "sheet.damaged"}
    assert read_intake(path).faults


def test_relations_out_of_the_archive_are_not_followed(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    relations = part_of(path, "xl/_rels/workbook.xml.rels")
    link = '<Relationship Id="rId99" Type="urn:x/externalLink" Target="file:///etc/hostname" TargetMode="External"/>'
    repacked(path, {"xl/_rels/workbook.xml.rels": relations.replace("</Relationships>", f"{link}</Relationships>")})
    assert a_package(path).parts == {"Staff": SHEET}


def test_merged_ranges_and_formulas_without_results_are_found(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, ["=1+1", "x"]])
    book["Staff"].merge_cells("A3:B4")
    traits = a_package(saved(book, tmp_path)).traits("Staff", lambda: None)
    assert traits is not None
    assert traits.uncomputed == {"A2"}
    assert [tuple(merge) for merge in traits.merged] == [("A3:B4", 1, 3, 2, 4)]


def test_a_formula_with_a_result_even_an_empty_text_is_computed(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, ["=1+1", '=""']]), tmp_path)
    sheet = part_of(path, SHEET)
    sheet = sheet.replace("<f>1+1</f><v />", "<f>1+1</f><v>2</v>").replace("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    sheet = sheet.replace('<c r="B2">', '<c r="B2" t="str">')
    traits = a_package(repacked(path, {SHEET: sheet})).traits("Staff", lambda: None)
    assert traits == SheetTraits()


def test_a_damaged_sheet_has_no_traits(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    package = a_package(path)
    assert package.traits("Tests", lambda: None) is None
    repacked(path, {SHEET: '<worksheet><mergeCells><mergeCell ref="A:A"/></mergeCells></worksheet>'})
    assert a_package(path).traits("Staff", lambda: None) is None


def test_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = a_team(tmp_path)
    before = path.read_bytes()
    read_intake(path)
    assert path.read_bytes() == before
    assert zipfile.is_zipfile(io.BytesIO(before))
