"""The check list of an import as tables and as text: what comes in by sheet, and what is wrong, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from csdesk.desk.intake_check import IntakeCheck, SheetCount
from csdesk.texts import Texts
from csdesk.ui.models.table import Column


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault as it is listed. place: its number in the order of the workbook. said: the whole sentence."""

    place: int
    sheet: str
    cell: str
    said: str


def fault_rows(check: IntakeCheck, texts: Texts) -> list[FaultRow]:
    """Return the faults in the order of the workbook, in words."""
    return [
        FaultRow(place, fault.sheet, fault.cell, texts.say(fault.text, **fault.detail))
        for place, fault in enumerate(check.faults)
    ]


class IntakeWords(QObject):
    """Says the check list; it speaks the language of the moment."""

    def fault_columns(self) -> list[Column[FaultRow]]:
        """Return the columns of the faults. Sorted by cell they stand as in the workbook."""
        return [
            Column(self.tr("Sheet"), lambda row: row.sheet, key="sheet", width=130,
                   text=lambda row: row.sheet or self.tr("the file")),
            Column(self.tr("Cell"), lambda row: row.place, key="cell", width=72, text=lambda row: row.cell),
            Column(self.tr("What is wrong"), lambda row: row.said, key="what", stretch=1,
                   tooltip=lambda row: row.said),
        ]  # fmt: skip

    def count_columns(self) -> list[Column[SheetCount]]:
        """Return the columns of what comes in."""
        return [
            Column(self.tr("Sheet"), lambda count: count.title, key="sheet", stretch=1),
            Column(self.tr("New"), lambda count: count.new, key="new", figure=True, sums=True, width=100),
            Column(self.tr("Changed"), lambda count: count.changed, key="changed", figure=True, sums=True, width=100),
            Column(self.tr("Already here"), lambda count: count.known, key="known", figure=True, sums=True, width=120),
        ]

    def verdict(self, check: IntakeCheck) -> tuple[str, str]:
        """Return in one sentence whether it can be imported, and the kind of band to say it in."""
        if check.faults:
            if len(check.faults) == 1:
                said = self.tr("1 fault. Nothing is imported until it is corrected in the workbook and checked again.")
            else:
                said = self.tr(
                    "{count} faults. Nothing is imported until they are corrected in the workbook and checked again."
                )
            return said.format(count=len(check.faults)), "alarm"
        if check.changes:
            said = self.tr("Everything is in order. {rows} will be imported.").format(rows=self._rows(check.changes))
            return said, "good"
        if check.known:
            said = self.tr("Nothing is new: {rows} were already here.").format(rows=self._rows(check.known))
            return said, "info"
        return self.tr("The workbook holds no rows to import."), "info"

    def _rows(self, count: int) -> str:
        return self.tr("1 row") if count == 1 else self.tr("{count} rows").format(count=count)

    def button(self, check: IntakeCheck | None) -> str:
        """Return what the button says that imports."""
        if check is None or check.faults or not check.changes:
            return self.tr("Import")
        return self.tr("Import {rows}").format(rows=self._rows(check.changes))

    def left_out(self, check: IntakeCheck) -> list[str]:
        """Return what of the workbook is not looked at: sheets not read yet, others not recognised, columns."""
        said = []
        later = [title for title in check.unread if title not in check.unknown]
        if later:
            said.append(self.tr("Sheets not yet read by this version: {names}").format(names=self._joined(later)))
        if check.unknown:
            said.append(self.tr("Sheets not recognised, skipped: {names}").format(names=self._joined(check.unknown)))
        if check.skipped:
            columns = [self.tr("{column} ({sheet})").format(sheet=sheet, column=one) for sheet, one in check.skipped]
            said.append(self.tr("Columns not recognised, skipped: {names}").format(names=self._joined(columns)))
        return said

    def done(self, check: IntakeCheck) -> str:
        """Return what came in, in one sentence."""
        new = sum(count.new for count in check.counts)
        parts = [self.tr("{count} new").format(count=new)]
        if check.changes - new:
            parts.append(self.tr("{count} changed").format(count=check.changes - new))
        if check.known:
            parts.append(self.tr("{count} already here").format(count=check.known))
        return self.tr("Imported {file}: {parts}").format(file=check.file_name, parts=self._joined(parts))

    def _joined(self, parts: Sequence[str]) -> str:
        return self.tr(", ", "between the parts of a list").join(parts)

    def list_text(self, check: IntakeCheck, texts: Texts) -> str:
        """Return the faults as lines of columns set off by tabs, with headings."""
        columns = self.fault_columns()
        lines = ["\t".join(column.title for column in columns)]
        for row in fault_rows(check, texts):
            lines.append("\t".join(" ".join(column.words(row).split()) for column in columns))
        return "\r\n".join(lines) + "\r\n"
