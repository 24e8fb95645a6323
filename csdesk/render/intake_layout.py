"""The intake workbook's sheets and columns, in both languages. Source: interfaces, intake workbook.

Reading and template both go by this table, so they cannot drift apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from keyword import iskeyword

from csdesk.core.incidents import NOTE_LIMIT
from csdesk.core.shifts import CODE_LIMIT
from csdesk.core.staff import NAME_LIMIT, NUMBER_LIMIT
from csdesk.core.words import Words
from csdesk.render.intake_rows import (
    AdjustmentRow,
    AttendanceRow,
    ComplaintRow,
    IncidentRow,
    LeaveRow,
    RosterRow,
    Row,
    SheetKind,
    ShiftRow,
    StaffRow,
    SwapRow,
    TestRow,
    WorkloadRow,
)
from csdesk.render.intake_words import fold, names_of

HEADING_ROWS = 10
"""The heading row is looked for in so many rows from the top."""


class Kind(Enum):
    """What stands in the cells of a column."""

    NUMBER = auto()  # an employee number
    CODE = auto()
    LINE = auto()  # a text of one line
    TEXT = auto()  # a text of several lines
    DAY = auto()
    MOMENT = auto()  # a day that may carry the time as well
    TIME = auto()
    END = auto()  # the time at which a shift ends, 24:00 included
    MONTH = auto()
    WHOLE = auto()
    DECIMAL = auto()
    MONEY = auto()
    YES_NO = auto()
    ROLE = auto()
    SHIFT = auto()  # a shift's code, as typed
    LEAVE_TYPE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column. field: the row's field. limit: the most characters of a text. default: for an empty cell."""

    field: str
    kind: Kind
    title: Words
    required: bool = False
    limit: int = 0
    default: Decimal | None = None

    @property
    def attribute(self) -> str:
        """The row's attribute: the field, with an underscore after it where Python keeps the word for itself."""
        return f"{self.field}_" if iskeyword(self.field) else self.field


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet. row: the type that its rows become, or None where the sheet is not read yet."""

    kind: SheetKind
    title: Words
    columns: tuple[Column, ...]
    row: Callable[..., Row] | None = None

    @property
    def required(self) -> frozenset[str]:
        """The fields without which a row means nothing."""
        return frozenset(column.field for column in self.columns if column.required)


def _star(field: str, kind: Kind, en: str, zh: str, limit: int = 0) -> Column:
    return Column(field, kind, Words(en, zh), required=True, limit=limit)


def _may(field: str, kind: Kind, en: str, zh: str, limit: int = 0) -> Column:
    return Column(field, kind, Words(en, zh), limit=limit)


_NUMBER = _star("number", Kind.NUMBER, "Number", "工号", NUMBER_LIMIT)
_DATE = _star("date", Kind.DAY, "Date", "日期")
_MONTH = _star("month", Kind.MONTH, "Month", "月份")
_LABEL = 60
_CODE = 20
CODE_COLUMN = _star("code", Kind.CODE, "Code", "编号", _CODE)
"""The rule of an entry."""

SHIFT_COLUMN = _star("shift", Kind.SHIFT, "Shift", "班次", CODE_LIMIT)
"""The shift of a line of the roster."""

SHIFTS_SHEET = Words("Shifts", "班次")

SHEETS: tuple[Layout, ...] = (
    Layout(
        SheetKind.STAFF,
        Words("Staff", "人员"),
        (
            _NUMBER,
            _star("name", Kind.LINE, "Name", "姓名", NAME_LIMIT),
            _star("role", Kind.ROLE, "Role", "岗位"),
            _may("group", Kind.LINE, "Group", "组别", _LABEL),
            _star("hired", Kind.DAY, "Hired", "入职日期"),
            _may("probation_end", Kind.DAY, "Probation end", "转正日期"),
            _may("base_salary", Kind.MONEY, "Base salary", "基本工资"),
            _may("left", Kind.DAY, "Left", "离职日期"),
            _may("phone", Kind.LINE, "Phone", "电话", _LABEL),
        ),
        StaffRow,
    ),
    Layout(
        SheetKind.INCIDENTS,
        Words("Incidents", "记录"),
        (
            _star("date", Kind.MOMENT, "Date", "日期"),
            _may("time", Kind.TIME, "Time", "时间"),
            _NUMBER,
            CODE_COLUMN,
            _may("points", Kind.WHOLE, "Points", "分值"),
            _may("minutes", Kind.WHOLE, "Minutes", "分钟"),
            _may("count", Kind.WHOLE, "Count", "次数"),
            _may("note", Kind.TEXT, "Note", "备注", NOTE_LIMIT),
        ),
        IncidentRow,
    ),
    Layout(
        SheetKind.ADJUSTMENTS,
        Words("Adjustments", "调整"),
        (
            _MONTH,
            _NUMBER,
            _star("points", Kind.WHOLE, "Points", "分值"),
            _star("reason", Kind.TEXT, "Reason", "原因", NOTE_LIMIT),
        ),
        AdjustmentRow,
    ),
    Layout(
        SheetKind.TESTS,
        Words("Tests", "考试"),
        (
            _DATE,
            _NUMBER,
            _star("score", Kind.DECIMAL, "Score", "成绩"),
            Column("full", Kind.DECIMAL, Words("Full", "满分"), default=Decimal(100)),
        ),
        TestRow,
    ),
    Layout(
        SheetKind.WORKLOAD,
        Words("Workload", "工作量"),
        (
            _MONTH,
            _NUMBER,
            _star("workload", Kind.DECIMAL, "Workload", "工作量"),
            _star("quality", Kind.DECIMAL, "Quality", "质量"),
        ),
        WorkloadRow,
    ),
    Layout(
        SheetKind.COMPLAINTS,
        Words("Complaints", "客诉"),
        (
            _star("received", Kind.DAY, "Received", "受理日期"),
            _may("number", Kind.NUMBER, "Number (employee)", "工号", NUMBER_LIMIT),
            _may("effective", Kind.YES_NO, "Effective", "是否有效"),
            _may("quality", Kind.YES_NO, "Quality", "质量类"),
            _may("overseas", Kind.YES_NO, "Overseas", "国外"),
            _may("customer", Kind.LINE, "Customer", "客户", 200),
            _may("subject", Kind.TEXT, "Subject", "内容", NOTE_LIMIT),
            _may("closed", Kind.DAY, "Closed", "结案日期"),
            _may("fine", Kind.MONEY, "Fine", "罚款"),
        ),
        ComplaintRow,
    ),
    Layout(
        SheetKind.SHIFTS,
        SHIFTS_SHEET,
        (
            # First of all, because the template offers its cells as a list.
            _star("code", Kind.SHIFT, "Code", "班次", CODE_LIMIT),
            _star("start", Kind.TIME, "Start", "上班时间"),
            _star("end", Kind.END, "End", "下班时间"),
            _may("break", Kind.WHOLE, "Break (minutes)", "休息(分钟)"),
        ),
        ShiftRow,
    ),
    Layout(
        SheetKind.ROSTER,
        Words("Roster", "排班"),
        (_DATE, _NUMBER, SHIFT_COLUMN),
        RosterRow,
    ),
    Layout(
        SheetKind.SWAPS,
        Words("Swaps", "换班"),
        (
            _star("number_a", Kind.NUMBER, "Number A", "工号甲", NUMBER_LIMIT),
            _star("day_a", Kind.DAY, "Day A", "日期甲"),
            _star("number_b", Kind.NUMBER, "Number B", "工号乙", NUMBER_LIMIT),
            _may("day_b", Kind.DAY, "Day B", "日期乙"),
            _may("reason", Kind.TEXT, "Reason", "原因", NOTE_LIMIT),
            _may("signed_a", Kind.YES_NO, "Signed A", "甲方签字"),
            _may("signed_b", Kind.YES_NO, "Signed B", "乙方签字"),
            _may("approved", Kind.YES_NO, "Approved", "是否批准"),
            _may("approved_on", Kind.DAY, "Approved on", "批准日期"),
        ),
        SwapRow,
    ),
    Layout(
        SheetKind.LEAVE,
        Words("Leave", "请假"),
        (
            _NUMBER,
            _star("from", Kind.DAY, "From", "开始日期"),
            _star("to", Kind.DAY, "To", "结束日期"),
            _star("type", Kind.LEAVE_TYPE, "Type", "假别"),
            _may("approved", Kind.YES_NO, "Approved", "是否批准"),
        ),
        LeaveRow,
    ),
    Layout(
        SheetKind.ATTENDANCE,
        Words("Attendance", "考勤"),
        (
            _DATE,
            _NUMBER,
            _may("late", Kind.WHOLE, "Late (minutes)", "迟到(分钟)"),
            _may("early", Kind.WHOLE, "Early (minutes)", "早退(分钟)"),
            _may("absent", Kind.YES_NO, "Absent", "旷工"),
        ),
        AttendanceRow,
    ),
    Layout(
        SheetKind.FIGURES,
        Words("Figures", "指标"),
        (
            _MONTH,
            _NUMBER,
            _star("figure", Kind.LINE, "Figure", "指标", _LABEL),
            _star("value", Kind.DECIMAL, "Value", "数值"),
        ),
    ),
    Layout(
        SheetKind.RATINGS,
        Words("Ratings", "评分"),
        (
            _star("period", Kind.LINE, "Period", "考核期", _LABEL),
            _star("form", Kind.LINE, "Form", "考核表", _LABEL),
            _NUMBER,
            _star("indicator", Kind.LINE, "Indicator", "考核指标", _LABEL),
            _star("rater", Kind.LINE, "Rater", "评分人", _LABEL),
            _star("value", Kind.DECIMAL, "Value", "分数"),
        ),
    ),
)

CODES_SHEET = Words("Codes", "编号表")
"""The template's own list of codes; it says nothing when it comes back."""

_LAYOUT_BY_NAME = {name: layout for layout in SHEETS for name in names_of(layout.title)}
_CODES_NAMES = frozenset(names_of(CODES_SHEET))


def layout_of(title: str) -> Layout | None:
    """Return the layout of the sheet with this title in either language, or None."""
    return _LAYOUT_BY_NAME.get(fold(title))


def is_code_list(title: str) -> bool:
    """Return whether the sheet is the template's own list of codes."""
    return fold(title) in _CODES_NAMES


def columns_by_name(layout: Layout) -> dict[str, Column]:
    """Return the columns by every folded way to write their heading."""
    return {name: column for column in layout.columns for name in names_of(column.title)}
