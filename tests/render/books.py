"""Intake workbooks for tests: whole ones from rows, and faulty ones by changing parts of the archive."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from csdesk.render.intake_book import read_intake
from csdesk.render.intake_rows import Fault, IntakeReading
from csdesk.texts import Texts

Rows = Sequence[Sequence[object]]

STAFF_HEAD = ("number", "name", "role", "hired")
LI_NA = ("0101", "李娜", "agent", date(2021, 3, 8))
INCIDENTS_HEAD = ("date", "number", "code", "time", "points", "note")
TEST_HEAD = ("date", "number", "score")


def a_workbook(**sheets: Rows) -> openpyxl.Workbook:
    """Return a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: openpyxl.Workbook, folder: Path, name: str = "intake.xlsx") -> Path:
    """Save the workbook and return its path."""
    path = folder / name
    book.save(path)
    return path


def reading_of(folder: Path, **sheets: Rows) -> IntakeReading:
    """Return what a workbook with these sheets reads as."""
    return read_intake(saved(a_workbook(**sheets), folder))


def repacked(path: Path, parts: Mapping[str, bytes | str | None]) -> Path:
    """Change parts of the archive at `path`: a new content, or None to leave the part out."""
    old = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return path


def part_of(path: Path, name: str) -> str:
    """Return the text of a part of the archive."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def places(faults: Sequence[Fault]) -> list[tuple[str, str]]:
    """Return cell and code of every fault, after making sure that each is a whole sentence in both languages."""
    for fault in faults:
        for texts in (Texts("en"), Texts("zh")):
            assert "{" not in texts.say(fault.text, **fault.detail)
    return [(fault.cell, fault.code) for fault in faults]
