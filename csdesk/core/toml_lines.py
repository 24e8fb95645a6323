"""Where things stand in a TOML text: tomllib gives values without their lines, and a fault needs its line."""

import re
import tomllib
from bisect import bisect_left

TomlPath = tuple[str | int, ...]
"""Keys and list positions from the top of the document down to one value."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACES = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*'""")
_SCALAR = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}'''
    r"""|'''.*?'{3,5}"""
    r"""|"(?:\\.|[^"\\])*"|'[^']*'"""
    r"""|[^,\]}\n#]+""",
    re.DOTALL,
)


def lines_of(text: str) -> dict[TomlPath, int]:
    """Return the line, from 1, on which each key, table and list item of a valid TOML text begins."""
    return _Locator(text.replace("\r\n", "\n")).document()


class _Locator:
    """One walk over a text that tomllib has already accepted; so nothing is checked again here."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._breaks = [index for index, letter in enumerate(text) if letter == "\n"]
        self._lines: dict[TomlPath, int] = {(): 1}
        self._lengths: dict[TomlPath, int] = {}

    def document(self) -> dict[TomlPath, int]:
        table: TomlPath = ()
        while self._next():
            if self._took("[["):
                table = self._item_header()
            elif self._took("["):
                table = self._header()
            else:
                self._pair(table)
        return self._lines

    def _next(self) -> str:
        """Skip what carries no meaning and return the next letter, "" at the end."""
        self._skip(_BLANK)
        return self._text[self._at : self._at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        assert match is not None  # tomllib has read the same text
        self._at = match.end()
        return match[0]

    def _took(self, mark: str) -> bool:
        if self._text.startswith(mark, self._at):
            self._at += len(mark)
            return True
        return False

    def _note(self, path: TomlPath, start: int) -> None:
        self._lines.setdefault(path, bisect_left(self._breaks, start) + 1)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_SPACES)
            part = self._skip(_KEY_PART)
            parts.append(tomllib.loads(f"key = {part}")["key"] if part[0] in "\"'" else part)
            self._skip(_SPACES)
            if not self._took("."):
                return parts

    def _descend(self, path: TomlPath, parts: list[str], start: int) -> TomlPath:
        """Return `path` with `parts` below it, each list of tables entered at its last item so far."""
        for part in parts:
            path = (*path, part)
            self._note(path, start)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path

    def _header(self) -> TomlPath:
        start = self._at
        path = self._descend((), self._key(), start)
        self._took("]")
        return path

    def _item_header(self) -> TomlPath:
        start = self._at
        *above, last = self._key()
        items = (*self._descend((), above, start), last)
        self._note(items, start)
        position = self._lengths.get(items, 0)
        self._lengths[items] = position + 1
        self._note((*items, position), start)
        self._took("]]")
        return (*items, position)

    def _pair(self, table: TomlPath) -> None:
        start = self._at
        path = self._descend(table, self._key(), start)
        self._took("=")
        self._skip(_SPACES)
        self._value(path)

    def _value(self, path: TomlPath) -> None:
        if self._took("["):
            position = 0
            while self._next() != "]":
                self._note((*path, position), self._at)
                self._value((*path, position))
                position += 1
                self._comma()
            self._at += 1
        elif self._took("{"):
            while self._next() != "}":
                self._pair(path)
                self._comma()
            self._at += 1
        else:
            self._skip(_SCALAR)

    def _comma(self) -> None:
        self._next()
        self._took(",")
