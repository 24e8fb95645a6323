"""Shift codes as they are typed into a cell, and blocks of them as a spreadsheet copies them. Free of Qt.

Several shifts of one day stand joined by "/", an empty cell is empty; a code never holds a blank or a "/" itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from csdesk.core.shifts import Shift, fold_code

BETWEEN = "/"
OFF = "-"
"""A day off, where a pattern needs a sign for it."""

ShiftIds = tuple[str, ...]


class Codes:
    """The codes that may be typed: those of the shifts that are given out."""

    def __init__(self, shifts: Iterable[Shift] = ()) -> None:
        self._by_code = {fold_code(shift.code): shift for shift in shifts if not shift.retired}

    def __bool__(self) -> bool:
        return bool(self._by_code)

    def exact(self, typed: str) -> ShiftIds | None:
        """Return the shifts that `typed` names in full, none for an empty cell; None where it names no shift."""
        folded = fold_code(typed)
        if folded in ("", OFF):
            return ()
        found = [self._by_code.get(fold_code(part)) for part in folded.split(BETWEEN)]
        known = [shift.id for shift in found if shift is not None]
        return tuple(dict.fromkeys(known)) if len(known) == len(found) else None

    def beginning(self, typed: str) -> list[Shift]:
        """Return the shifts whose code begins with what is typed last, behind any "/"."""
        last = fold_code(typed.rpartition(BETWEEN)[2])
        return [shift for code, shift in self._by_code.items() if code.startswith(last)]

    def full(self, typed: str) -> str | None:
        """Return the whole text that `typed` can only mean, None while it may mean more, or nothing."""
        head, between, last = typed.rpartition(BETWEEN)
        found = self.beginning(typed)
        if not last.strip() or len(found) != 1 or self.exact(head) is None:
            return None
        return head + between + found[0].code


class Typing:
    """What somebody types into a cell, letter by letter. typed: what is not taken yet."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._rest = ""
        self.typed = ""

    def add(self, letter: str, standing: str = "") -> ShiftIds | None:
        """Take one more letter; return the shifts once they are clear, None while they are not.

        standing: the codes in the cell now, to which a first "/" adds. A letter with which no code goes on is dropped.
        A code is taken before its last letter is typed; whoever types the rest of it anyway is not heard.
        """
        if self._rest and fold_code(letter) == self._rest[0]:
            self._rest = self._rest[1:]
            return None
        self._rest = ""
        if letter == BETWEEN and not self.typed:
            self.typed = standing + BETWEEN if standing else ""
            return None
        if letter == BETWEEN:
            self.typed += letter if self._codes.exact(self.typed) else ""
            return None
        longer = self.typed + letter
        if not self._codes.beginning(longer):
            return None
        self.typed = longer
        whole = self._codes.full(longer)
        if whole is None:
            return None
        self._rest = fold_code(whole)[len(fold_code(longer)) :]
        self.typed = ""
        return self._codes.exact(whole)

    def take(self) -> ShiftIds | None:
        """Return the shifts that are typed, as far as they are known, and begin anew; None where nothing is clear."""
        typed, self.typed, self._rest = self.typed.rstrip(BETWEEN), "", ""
        return self._codes.exact(typed) if typed else None

    def back(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]

    def forget(self) -> None:
        """Drop what is typed."""
        self.typed, self._rest = "", ""


class Unread(NamedTuple):
    """A cell of a block that names no shift. row, column: counted from 0."""

    row: int
    column: int
    text: str


def written(ids: ShiftIds, shifts: Mapping[str, Shift]) -> str:
    """Return the codes of a cell, as they are shown, copied and typed."""
    return BETWEEN.join(shifts[id].code for id in ids)


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """Return a block of cells as a spreadsheet copies them."""
    return "".join("\t".join(cells) + "\n" for cells in rows)


def read_block(text: str, codes: Codes) -> list[list[ShiftIds]] | Unread:
    """Return the cells of a copied block, every row as long as the longest; or the first that names no shift."""
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").removesuffix("\n").split("\n")]
    longest = max(len(line) for line in lines)
    block: list[list[ShiftIds]] = []
    for row, line in enumerate(lines):
        cells: list[ShiftIds] = [()] * longest
        for column, cell in enumerate(line):
            found = codes.exact(cell)
            if found is None:
                return Unread(row, column, cell.strip())
            cells[column] = found
        block.append(cells)
    return block
