from csdesk.core.words import Words


def test_both_languages_are_equals() -> None:
    words = Words("Late arrival", "迟到")
    assert words.said_in("en") == "Late arrival"
    assert words.said_in("zh") == "迟到"
