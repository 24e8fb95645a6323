"""The sheet Shifts of an intake workbook: which types of shifts are new, whose times change."""

from csdesk.core.shifts import COLOURS, Shift, ShiftDraft, changed_time, fold_code, judge_shift
from csdesk.desk.intake_ground import Ground
from csdesk.render.intake_rows import SheetKind, ShiftRow, Where
from csdesk.store.ids import new_id


class ShiftSheet:
    """What the sheet says of the shifts.

    by_code: every shift, by folded code, as it will stand. half_known: the codes whose own row is at fault.
    named: the codes on file and of the sheet, before anything is checked.
    """

    def __init__(self, ground: Ground) -> None:
        self.new: list[tuple[Shift, ShiftRow]] = []
        self.changed: list[tuple[Shift, ShiftRow]] = []
        self.unchanged: list[ShiftRow] = []
        self.by_code = {fold_code(shift.code): shift for shift in ground.basis.duty.shifts}
        self._ground = ground
        self._seen: dict[str, Where] = {}
        sheet = ground.reading.sheet(SheetKind.SHIFTS)
        partial = sheet.partial if sheet is not None else ()
        self.half_known = {fold_code(str(row.values["code"])) for row in partial if "code" in row.values}
        self.named = {*self.by_code, *(fold_code(row.code) for row in ground.reading.rows(ShiftRow))}

    def check(self) -> None:
        """Check every row."""
        for row in self._ground.fresh(ShiftRow):
            first = self._seen.setdefault(fold_code(row.code), row.where)
            if first is row.where:
                self._check_shift(row)
            else:
                self._ground.faults.append(row.where.fault("code", "shift.duplicate", code=row.code,
                                                           cell=first.cell("code")))  # fmt: skip

    def knows(self, code: str) -> bool:
        """Return whether a code need not be called unknown: its row is at fault, or the sheet could not be read."""
        return fold_code(code) in self.half_known or SheetKind.SHIFTS in self._ground.reading.unreadable

    def _check_shift(self, row: ShiftRow) -> None:
        on_file = self.by_code.get(fold_code(row.code))
        draft = draft_of(row, on_file, COLOURS[len(self.by_code) % len(COLOURS)])
        id, rev = (on_file.id, on_file.rev) if on_file is not None else (new_id(), 0)
        shift = judge_shift(draft, self.by_code, id=id, rev=rev)
        if not isinstance(shift, Shift):
            self.half_known.add(fold_code(row.code))
            self._ground.report(row.where, shift)
            return
        if on_file is not None:
            shift = shift._replace(retired=on_file.retired)
            field, problem = changed_time(on_file, shift), self._ground.basis.duty.times_stand.get(on_file.id)
            if field is not None and problem is not None:
                self._ground.report(row.where, [problem._replace(field=field)])
                return
        self.by_code[fold_code(shift.code)] = shift
        if on_file is None:
            self.new.append((shift, row))
        elif shift != on_file:
            self.changed.append((shift, row))
        else:
            self.unchanged.append(row)


def draft_of(row: ShiftRow, on_file: Shift | None, colour: str = COLOURS[0]) -> ShiftDraft:
    """Return what a row says; the sheet leaves all but the times as it is on file. colour: of a new shift."""
    draft = ShiftDraft(row.code, colour=colour) if on_file is None else ShiftDraft.of(on_file)
    draft = draft._replace(start=row.start, end=row.end)
    return draft._replace(break_minutes=row.break_ or 0) if "break" in row.where.columns else draft
