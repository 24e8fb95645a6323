"""What the window remembers between two runs: geometry, columns, month, folder, theme, language, row height.

It stands in one INI file of the user's, apart from the team's file, so two people on one file do not share it.
"""

import json
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from csdesk.core.month import Month
from csdesk.core.words import Language
from csdesk.ui.theme import FontChoice, Scheme

RECENT = 8


class TableLook(NamedTuple):
    """How a table was left: order and widths of its columns by key, and those hidden."""

    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    widths: tuple[tuple[str, int], ...] = ()


class Preferences(QObject):
    """The remembered things, each under a name; what was never set, or is unreadable, has its default.

    compact_changed: the height of table rows was chosen anew.
    """

    compact_changed = Signal(bool)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """Return the text kept under `name`."""
        kept = self._kept.value(name, default)
        return kept if isinstance(kept, str) else default

    def keep(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""
        self._kept.setValue(name, value)

    def flush(self) -> None:
        """Write everything to the file now."""
        self._kept.sync()

    @property
    def language(self) -> Language | None:
        """The window's language, or None while nobody chose."""
        kept = self.text("window/language")
        return "zh" if kept == "zh" else "en" if kept == "en" else None

    @language.setter
    def language(self, language: Language) -> None:
        self.keep("window/language", language)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system has it."""
        kept = self.text("window/theme")
        return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self.keep("window/theme", scheme.value)

    @property
    def font(self) -> FontChoice:
        """The bundled font, or the system's."""
        kept = self.text("window/font")
        return FontChoice(kept) if kept in set(FontChoice) else FontChoice.BUNDLED

    @font.setter
    def font(self, font: FontChoice) -> None:
        self.keep("window/font", font.value)

    @property
    def compact(self) -> bool:
        """Whether table rows are low."""
        return self.text("window/compact") == "yes"

    @compact.setter
    def compact(self, compact: bool) -> None:
        self.keep("window/compact", "yes" if compact else "no")
        self.compact_changed.emit(compact)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt saves them; empty while never saved."""
        return QByteArray.fromBase64(self.text("window/geometry").encode("ascii", "ignore"))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.keep("window/geometry", geometry.toBase64().toStdString())

    @property
    def tab(self) -> str:
        """The tab that was shown last, by its name."""
        return self.text("window/tab")

    @tab.setter
    def tab(self, tab: str) -> None:
        self.keep("window/tab", tab)

    @property
    def last_month(self) -> Month | None:
        """The month that was shown last."""
        try:
            return Month.parse(self.text("window/month"))
        except ValueError:
            return None

    @last_month.setter
    def last_month(self, month: Month) -> None:
        self.keep("window/month", str(month))

    @property
    def last_folder(self) -> str:
        """The folder that a file was last read from or written to; "" where none."""
        return self.text("files/folder")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self.keep("files/folder", folder)

    @property
    def recent_files(self) -> list[str]:
        """The team files opened last, newest first."""
        return _strings(self.text("files/recent"))

    def opened(self, path: str) -> None:
        """Put the team file at `path` first among the recent ones."""
        files = [path, *(file for file in self.recent_files if file != path)]
        self.keep("files/recent", json.dumps(files[:RECENT], ensure_ascii=False))

    def forget(self, path: str) -> None:
        """Drop `path` from the recent files."""
        self.keep("files/recent", json.dumps([file for file in self.recent_files if file != path], ensure_ascii=False))

    def table(self, name: str) -> TableLook:
        """Return how the table `name` was left."""
        order = _strings(self.text(f"tables/{name}-order"))
        hidden = _strings(self.text(f"tables/{name}-hidden"))
        widths = (entry.rpartition(":") for entry in _strings(self.text(f"tables/{name}-widths")))
        return TableLook(
            tuple(order), tuple(hidden), tuple((key, int(width)) for key, _, width in widths if width.isdecimal())
        )

    def keep_table(self, name: str, look: TableLook) -> None:
        """Keep how the table `name` is left."""
        self.keep(f"tables/{name}-order", json.dumps(look.order))
        self.keep(f"tables/{name}-hidden", json.dumps(look.hidden))
        self.keep(f"tables/{name}-widths", json.dumps([f"{key}:{width}" for key, width in look.widths]))


def _strings(text: str) -> list[str]:
    """Return the JSON list of strings that `text` is, or an empty list where it is none (a hand may have edited it)."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [entry for entry in found if isinstance(entry, str)] if isinstance(found, list) else []
