"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from csdesk.desk.writing import safe_name, write_all, write_whole


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "sheet.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["sheet.pdf"]


def test_where_one_of_several_cannot_be_written_none_comes_into_being(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_bytes(b"a file, not a folder")
    with pytest.raises(OSError, match="blocked"):
        write_all([(tmp_path / "a.pdf", b"a"), (tmp_path / "blocked" / "b.pdf", b"b")])
    assert [p.name for p in tmp_path.iterdir()] == ["blocked"]


@pytest.mark.parametrize(
    ("text", "name"), [("李娜", "李娜"), ("Grace O'Neil", "Grace O'Neil"), ("a/b\\c:d", "abcd"), ("..", "_"), ("", "_")]
)
def test_a_name_is_safe_on_any_system(text: str, name: str) -> None:
    assert safe_name(text) == name
