import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.desk.names import Rank, find, match, rule_search_keys, search_keys, spelling
from csdesk.paths import resource
from tests.builders import a_rulebook

TEAM = ["李娜", "曾雅婷", "翟志刚", "单立人", "区𬭎", "尉迟燚", "吕绿", "林安", "王伟", "王伟强", "Anna Müller-Smith",
        "赵喆", "买买提·依明"]  # fmt: skip
PEOPLE = [(name, search_keys(name, f"{101 + place:04d}")) for place, name in enumerate(TEAM)]


def found(query: str, limit: int = 8) -> list[str]:
    return find(query, PEOPLE, limit)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("李娜", "李娜"), ("李", "李娜"), ("娜", "李娜"), ("ln", "李娜"), ("lina", "李娜"), ("li na", "李娜"),
        ("LiNa", "李娜"), ("l na", "李娜"), ("lin", "李娜"), ("na li", "李娜"), ("李n", "李娜"), ("李 na", "李娜"),
        ("0101", "李娜"), ("101", "李娜"), ("\uff11\uff10\uff11", "李娜"), ("zengyt", "曾雅婷"),
        ("zengyating", "曾雅婷"),
        ("zyt", "曾雅婷"), ("zyting", "曾雅婷"), ("ceng", "曾雅婷"), ("yating", "曾雅婷"), ("zhai", "翟志刚"),
        ("dizhigang", "翟志刚"), ("shan", "单立人"), ("danliren", "单立人"), ("ou", "区𬭎"), ("ouhong", "区𬭎"),
        ("quhong", "区𬭎"), ("𬭎", "区𬭎"), ("yuchi", "尉迟燚"), ("yuchiyi", "尉迟燚"), ("ycy", "尉迟燚"),
        ("weichi", "尉迟燚"), ("lvlv", "吕绿"), ("lulv", "吕绿"), ("lülü", "吕绿"), ("lyu", "吕绿"),
        ("zhaozhe", "赵喆"),
        ("anna", "Anna Müller-Smith"), ("müller", "Anna Müller-Smith"), ("muller", "Anna Müller-Smith"),
        ("smith", "Anna Müller-Smith"), ("ams", "Anna Müller-Smith"), ("smith anna", "Anna Müller-Smith"),
        ("买买提依明", "买买提·依明"), ("maimaiti", "买买提·依明"), ("yiming", "买买提·依明"), ("翟 103", "翟志刚"),
    ],
)  # fmt: skip
def test_a_person_is_found_by(query: str, name: str) -> None:
    assert name in found(query)


@pytest.mark.parametrize("query", ["", "   ", "#", "@=", "xyz", "nl", "娜李", "0999", "lina x", "qq"])
def test_nobody_is_found_by(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize(
    ("query", "rank"),
    [
        ("0102", Rank.NUMBER), ("102", Rank.NUMBER), ("010", Rank.NUMBER_PREFIX), ("曾雅婷", Rank.NAME),
        ("曾雅", Rank.NAME_PREFIX), ("zyt", Rank.INITIALS), ("zengyating", Rank.PINYIN),
        ("zeng ya ting", Rank.PINYIN), ("zengya", Rank.PINYIN_PREFIX), ("zen", Rank.PINYIN_PREFIX),
        ("zy", Rank.INITIALS_PREFIX), ("zengyt", Rank.MIXED), ("婷", Rank.WORD_PREFIX), ("yating", Rank.INNER_PINYIN),
        ("yt", Rank.INNER_PINYIN), ("02", Rank.SUBSTRING), ("yating zeng", Rank.SEVERAL + Rank.INNER_PINYIN),
        ("li", None), ("yating li", None),
    ],
)  # fmt: skip
def test_a_query_fits_so_well(query: str, rank: int | None) -> None:
    assert match(query, search_keys("曾雅婷", "0102")) == rank


def test_the_whole_name_comes_before_a_longer_one() -> None:
    assert found("wangwei") == ["王伟", "王伟强"]
    assert found("王伟") == ["王伟", "王伟强"]


def test_the_number_comes_before_everything() -> None:
    people = [("longer", search_keys("甲", "1010")), ("exact", search_keys("乙", "0101"))]
    assert find("101", people, 8) == ["exact", "longer"]


def test_equals_keep_the_order_given_up_to_the_limit() -> None:
    assert found("wang", limit=1) == ["王伟"]
    assert found("wang") == ["王伟", "王伟强"]


def test_a_number_with_a_letter_is_found() -> None:
    assert match("a-017", search_keys("李娜", "A-017")) == Rank.NUMBER


def test_a_number_of_noughts_is_still_a_number() -> None:
    assert match("000", search_keys("李娜", "000")) == Rank.NUMBER


def test_a_character_without_any_reading_is_found_by_itself() -> None:
    keys = search_keys("李\U0003106c", "0101")
    assert match("\U0003106c", keys) is not None
    assert match("li", keys) == Rank.PINYIN_PREFIX


def test_a_surname_alone_is_found() -> None:
    assert match("zeng", search_keys("曾", "1")) == Rank.PINYIN


def test_every_surname_of_the_table_is_found_by_each_of_its_readings() -> None:
    table = tomllib.loads(resource("surnames.toml").read_text("utf-8"))["readings"]
    for surname, readings in table.items():
        for reading in readings:
            assert len(reading.split(" ")) == len(surname), surname
            keys = search_keys(surname + "娜", "0101")
            assert match(reading.replace(" ", "").replace("ü", "v") + "na", keys) == Rank.PINYIN, surname


@given(st.text(max_size=12), st.text(max_size=6), st.text(max_size=50))
def test_no_name_and_no_query_breaks_the_search(name: str, number: str, query: str) -> None:
    match(query, search_keys(name, number))


@given(st.lists(st.sampled_from("李王曾翟单区卜仇解查盖娜婷雅伟𬭎燚喆"), min_size=1, max_size=4).map("".join))
def test_everybody_is_found_by_name_and_by_each_beginning_of_it(name: str) -> None:
    keys = search_keys(name, "0101")
    assert match(name, keys) == Rank.NAME
    for length in range(1, len(name)):
        assert match(name[:length], keys) in (Rank.NAME, Rank.NAME_PREFIX)


# Rules ----------------------------------------------------------------------------------------------------------------

RULES = [(rule.code, rule_search_keys(rule.code, rule.title.en, rule.title.zh)) for rule in a_rulebook().rules]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("MIN-04", "MIN-04"), ("min04", "MIN-04"), ("min4", "MIN-04"), ("min-4", "MIN-04"), ("late", "MIN-04"),
        ("late arr", "MIN-04"), ("early", "MIN-04"), ("leaving late", "MIN-04"), ("迟到", "MIN-04"), ("早退", "MIN-04"),
        ("cd", "MIN-04"), ("cdzt", "MIN-04"), ("chidao", "MIN-04"), ("chid", "MIN-04"), ("zaotui", "MIN-04"),
        ("kuang", "SER-01"), ("旷工", "SER-01"), ("kg", "SER-01"), ("supervisors", "MIN-14"), ("spot", "MIN-14"),
        ("ser1", "SER-01"), ("asleep", "DIS-01"), ("dis", "DIS-01"), ("5分钟", "MIN-07"), ("dingban", "BON-03"),
    ],
)  # fmt: skip
def test_a_rule_is_found_by(query: str, code: str) -> None:
    assert code in find(query, RULES, 8)


@pytest.mark.parametrize(
    ("query", "code"), [("min1", "MIN-01"), ("cd", "MIN-04"), ("late", "MIN-04"), ("kg", "SER-01")]
)
def test_the_best_rule_comes_first(query: str, code: str) -> None:
    assert find(query, RULES, 8)[0] == code


def test_one_letter_does_not_find_a_title_that_merely_contains_it() -> None:
    assert match("v", rule_search_keys("MIN-04", "Late arrival or early leaving", "迟到、早退")) is None


def test_initials_of_english_words_find_no_rule() -> None:
    assert match("laoel", rule_search_keys("MIN-04", "Late arrival or early leaving", "迟到、早退")) is None


def test_an_overrun_is_found_by_its_code() -> None:
    assert (
        match("over", rule_search_keys("OVERRUN", "Emergency past its limit", "突发事件处理超时")) == Rank.NUMBER_PREFIX
    )


def test_a_name_is_spelled_by_its_usual_reading() -> None:
    spelled = [spelling(search_keys(name, "0101")) for name in ("曾雅婷", "单晓燕", "Grace O'Neil", "王𬭎")]
    assert spelled == [("zeng", "ya", "ting"), ("shan", "xiao", "yan"), ("grace", "o", "neil"), ("wang", "hong")]
