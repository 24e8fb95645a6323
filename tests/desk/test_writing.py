"""Files are written whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from csdesk.desk.writing import beside, distinct, safe_name, write_all, write_whole


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "sheet.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["sheet.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_the_users_mask_says_who_may_read_a_file(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(tmp_path / "sheet.pdf", b"pay")
    finally:
        os.umask(before)
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o077 == 0


def test_where_one_of_several_cannot_be_written_none_comes_into_being(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_bytes(b"a file, not a folder")
    with pytest.raises(OSError, match="blocked"):
        write_all([(tmp_path / "a.pdf", b"a"), (tmp_path / "blocked" / "b.pdf", b"b")])
    assert [p.name for p in tmp_path.iterdir()] == ["blocked"]


def test_what_is_never_put_in_place_leaves_everything_as_it_was(tmp_path: Path) -> None:
    older = tmp_path / "a.pdf"
    older.write_bytes(b"older")
    with beside([(older, b"a"), (tmp_path / "new" / "folder" / "b.pdf", b"b")]):
        assert older.read_bytes() == b"older"
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.pdf", b"older")]


def test_a_folder_made_for_files_stays_where_somebody_else_has_put_something(tmp_path: Path) -> None:
    with beside([(tmp_path / "new" / "folder" / "b.pdf", b"b")]):
        (tmp_path / "new" / "letter.docx").write_bytes(b"")
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["letter.docx"]


@pytest.mark.parametrize(
    ("text", "name"), [("李娜", "李娜"), ("Grace O'Neil", "Grace O'Neil"), ("a/b\\c:d", "abcd"), ("..", "_"), ("", "_")]
)
def test_a_name_is_safe_on_any_system(text: str, name: str) -> None:
    assert safe_name(text) == name


@pytest.mark.parametrize("name", ["team.csdesk", "letter.docx", "noending"])
def test_what_is_not_written_here_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"a year of entries")
    with pytest.raises(FileExistsError, match=name):
        write_all([(tmp_path / "a.pdf", b"a"), (tmp_path / name, b"b")])
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [(name, b"a year of entries")]


def test_a_folder_in_the_way_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "sheets.pdf").mkdir()
    with pytest.raises(IsADirectoryError) as refused:
        write_whole(tmp_path / "sheets.pdf", b"a")
    assert refused.value.filename == str(tmp_path / "sheets.pdf")


@pytest.mark.parametrize("letter", ["a", "名", "😀"])
def test_a_very_long_name_still_makes_a_file(tmp_path: Path, letter: str) -> None:
    write_whole(tmp_path / f"{safe_name(letter * 300)}.pdf", b"a")
    (written,) = tmp_path.iterdir()
    assert set(written.stem) == {letter}


def test_two_names_are_never_one_file() -> None:
    names = ["A1.pdf", "a1.pdf", "b.pdf", "A1.pdf", "a1 (2).pdf"]
    assert distinct(names) == ["A1.pdf", "a1 (2).pdf", "b.pdf", "A1 (3).pdf", "a1 (2) (2).pdf"]
