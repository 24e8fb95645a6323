"""Filling page after page from the top: blocks that stay whole, and ruled tables that break between or inside rows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from csdesk.render.paper_page import A4, HAIR, THIN, Align, Area, Page, TextLines, height, width

PAD = 2.25
"""Air above and below the text of a table's row."""
GAP = 4.5
"""Air beside it."""

_HAIR = 0.01
_TALL = 110.0
"""A row higher than this may be broken over two pages; a lower one stays whole."""
LEAST = 60.0
"""What must be left on a page for the beginning of a broken row."""


class Flow:
    """Pages that are filled from the top. y: where the next block begins on the last of them.

    head, running_head: put the head on the first and on a later page, and return where the body begins.
    area: the paper.
    """

    def __init__(self, head: Callable[[Page], float], running_head: Callable[[Page], float], area: Area = A4) -> None:
        self._running_head = running_head
        self._area = area
        self.pages = [Page(area)]
        self.y = head(self.page)

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """How much is left of it; sums of heights may miss it by a hair."""
        return self.y - self._area.bottom + _HAIR

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append(Page(self._area))
        self.y = self._running_head(self.page)

    def take(self, wanted: float) -> float:
        """Return the top of a block of `wanted` points, on a new page where this one has no room for it."""
        if wanted > self.room:
            self.turn()
        top = self.y
        self.y -= wanted
        return top


class TableColumn(NamedTuple):
    """A column as it lies on the page."""

    left: float
    right: float
    align: Align

    @property
    def room(self) -> float:
        """How wide its text may be."""
        return self.right - self.left - 2 * GAP

    @property
    def anchor(self) -> float:
        """Where text is put by `align`."""
        return self.right - GAP if self.align == "right" else self.left + GAP


def columns(shares: Sequence[int], aligns: Sequence[Align], area: Area = A4) -> tuple[TableColumn, ...]:
    """Return the columns that divide the page's width by `shares`."""
    unit = (area.right - area.left) / sum(shares)
    found, left = [], area.left
    for share, align in zip(shares, aligns, strict=True):
        found.append(TableColumn(left, left + share * unit, align))
        left += share * unit
    return tuple(found)


class Row(NamedTuple):
    """A row: the lines of each cell.

    points: what it adds to the sum so far. struck: how many lines of each cell are struck through; none where empty.
    """

    cells: tuple[TextLines, ...]
    points: int = 0
    struck: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """How high it is, air included."""
        return max(map(height, self.cells)) + 2 * PAD


class Table:
    """A ruled table; its heading is repeated on every page that it reaches.

    carried, brought: make the rows of the sum so far at the foot of a page and at the head of the next; or None.
    """

    def __init__(
        self,
        flow: Flow,
        layout: Sequence[TableColumn],
        heading: Row,
        carried: Callable[[int], Row] | None = None,
        brought: Callable[[int], Row] | None = None,
    ) -> None:
        self._flow = flow
        self._layout = layout
        self._heading = heading
        self._carried = carried
        self._brought = brought
        self._sum = 0
        self._reserve = carried(0).height if carried else 0.0
        if heading.height + LEAST > flow.room:
            flow.turn()
        self._open()

    def add(self, row: Row) -> None:
        """Add a row, on a new page where it does not fit. Room for the row of the sum always remains below it."""
        while True:
            room = self._flow.room - self._reserve
            if row.height <= room:
                break
            if row.height > _TALL and room >= LEAST:
                first, row = self._split(row, room)
                self._set(first)
            self._turn()
        self._set(row)

    def total(self, row: Row) -> None:
        """Add the row of the whole sum; nothing is summed or carried forward after it."""
        self._flow.page.across(self._flow.y, THIN)
        self._set(row)
        self._flow.page.across(self._flow.y, THIN)
        self._carried = self._brought = None
        self._reserve = 0.0

    def close(self) -> None:
        """End the table."""
        self._end()

    @property
    def sum(self) -> int:
        """The points of all rows so far."""
        return self._sum

    def _open(self) -> None:
        self._top = self._flow.y
        self._flow.page.across(self._top, THIN)
        self._set(self._heading)
        self._flow.page.across(self._flow.y, THIN)

    def _end(self) -> None:
        page, bottom = self._flow.page, self._flow.y
        page.across(bottom, THIN)
        for column in self._layout:
            page.down(column.left, self._top, bottom, THIN if column is self._layout[0] else HAIR)
        page.down(page.area.right, self._top, bottom, THIN)

    def _turn(self) -> None:
        if self._carried is not None:
            self._set(self._carried(self._sum))
        self._end()
        self._flow.turn()
        self._open()
        if self._brought is not None:
            self._set(self._brought(self._sum))

    def _set(self, row: Row) -> None:
        page, top = self._flow.page, self._flow.y
        for column, lines in zip(self._layout, row.cells, strict=True):
            page.put_all(lines, column.anchor, top - PAD, column.align)
        for column, lines, count in zip(self._layout, row.cells, row.struck, strict=bool(row.struck)):
            _strike(page, lines[:count], column, top - PAD)
        self._flow.y = top - row.height
        self._sum += row.points
        page.across(self._flow.y)

    def _split(self, row: Row, room: float) -> tuple[Row, Row]:
        """Return what of `row` fits into `room`, and the rest with the row's first cell again."""
        begun, left = [], []
        for lines in row.cells:
            fitting = _fitting(lines, room - 2 * PAD)
            begun.append(lines[:fitting])
            left.append(lines[fitting:])
        left[0] = row.cells[0]
        return Row(tuple(begun), row.points), Row(tuple(left))


def _fitting(lines: TextLines, room: float) -> int:
    """Return how many of `lines` fit; not one alone is left over for the next page."""
    fitting = 0
    for line in lines:
        room -= line.style.leading
        if room < 0:
            break
        fitting += 1
    return fitting - 1 if len(lines) - fitting == 1 else fitting


def _strike(page: Page, lines: TextLines, column: TableColumn, top: float) -> None:
    for line in lines:
        long = width(*line)
        x0 = column.anchor - (long if column.align == "right" else 0)
        y = top - line.style.drop + line.style.size * 0.33
        page.across(y, THIN, x0, x0 + long)
        top -= line.style.leading
