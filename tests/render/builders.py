"""People, facts and sheets for the tests of paper, reckoned by the real rulebook."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from csdesk.core import rulebook_file
from csdesk.core.appraisal import Adjustment, Complaint, MonthFacts, MonthResult, Sheet, SkillTest, Strike
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.reckoning import appraise
from csdesk.core.rulebook import Rulebook, Rulebooks
from csdesk.paths import form, resource
from csdesk.render.form_file import PaperForm, read_form
from csdesk.render.paper import PaperContext, PaperLanguage, PaperMark

NOVEMBER = Month(2026, 11)


def the_rulebook(text: str = "", **replaced: str) -> Rulebook:
    """The shipped points rulebook, with pieces of its text replaced."""
    text = text or resource("rulebooks", "points.toml").read_text("utf-8")
    for old, new in replaced.items():
        text = text.replace(old, new)
    read = rulebook_file.read(text, "points.toml")
    assert isinstance(read, Rulebook), read
    return read


def a_form(name: str = "appraisal") -> PaperForm:
    read = read_form(form(f"{name}.toml").read_text("utf-8"), f"{name}.toml")
    assert isinstance(read, PaperForm), read
    return read


def a_context(
    language: PaperLanguage = "en", *, team: str = "南区客服中心", books: Rulebooks | None = None
) -> PaperContext:
    return PaperContext(team, books or Rulebooks((the_rulebook(),)), date(2026, 12, 1), language)


def a_mark(serial: str = "2026-11-0007", revision: int = 1, check_code: str = "") -> PaperMark:
    return PaperMark(serial, revision, check_code)


def an_employee(
    name: str = "李娜",
    number: str = "1001",
    *,
    role: Role = Role.AGENT,
    hired: date = date(2024, 3, 1),
    group: str = "热线一组",
    left: date | None = None,
) -> Employee:
    return Employee(f"id-{number}", number, name, role, hired, group, left=left)


def an_incident(
    code: str = "MIN-04",
    day: int = 3,
    *,
    of: str = "id-1001",
    points: int | None = None,
    count: int = 1,
    minutes: int | None = None,
    note: str = "",
) -> Incident:
    fact = f"{of}-{code}-{day}-{points}-{count}-{len(note)}"
    return Incident(
        fact, of, date(2026, 11, day), None, code, points, minutes, count, note, "孙立新", "2026-11-03T02:00:00Z"
    )


def a_test(score: str = "58", full: str = "100", day: int = 20, *, of: str = "id-1001") -> SkillTest:
    return SkillTest(f"{of}-test-{day}", of, date(2026, 11, day), Decimal(score), Decimal(full))


def an_adjustment(points: int = 2, reason: str = "带教新人,主动整理知识库", *, of: str = "id-1001") -> Adjustment:
    return Adjustment(f"{of}-adj", of, NOVEMBER, points, reason, "孙立新")


def a_strike(key: str = "BON-05", reason: str = "客诉登记有遗漏", by: str = "王芳", *, of: str = "id-1001") -> Strike:
    return Strike(f"{of}-strike-{key}", of, NOVEMBER, key, reason, by)


def a_result(
    incidents: Sequence[Incident] = (),
    *,
    people: Sequence[Employee] = (),
    tests: Sequence[SkillTest] = (),
    adjustments: Sequence[Adjustment] = (),
    strikes: Sequence[Strike] = (),
    complaints: Sequence[Complaint] = (),
    register_in_use: bool = True,
    last_before: Sequence[str] = (),
    books: Rulebooks | None = None,
) -> MonthResult:
    """The month's result of `people`: of one person, Li Na, where nobody is named."""
    facts = MonthFacts(
        NOVEMBER,
        people or (an_employee(),),
        incidents,
        tests,
        (),
        complaints,
        adjustments,
        strikes,
        NOVEMBER if register_in_use else None,
    )
    return appraise(facts, books or Rulebooks((the_rulebook(),)), last_before=last_before)


def a_sheet(incidents: Sequence[Incident] = (), **facts: object) -> Sheet:
    """Li Na's sheet of November; `facts` as for `a_result`."""
    result = a_result(incidents, **facts)  # type: ignore[arg-type]  # handed on as they came
    return next(sheet for sheet in result.sheets if sheet.employee.number == "1001")


def a_usual_month() -> list[Incident]:
    """What a normal month of an agent holds."""
    return [
        an_incident("MIN-04", 3, points=-3, note="早班迟到12分钟,已说明原因(地铁故障)"),
        an_incident("BON-03", 8, note="双十一前夜主动顶班,连续接线6小时"),
        an_incident("MIN-14", 12, points=-2, count=3, note="抽查11月10日录音,登记地址、电话、工单类别各错一处"),
        an_incident("MIN-13", 17, minutes=6, note="机房断电通报超时"),
        an_incident("MIN-12", 19),
        an_incident("BON-04", 24, note="整理退换货问答库 v2 (see wiki/returns)"),
    ]
