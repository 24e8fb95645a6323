"""Columns share a table's width: what is left goes by share, and where room is short all give way, step by step."""

from csdesk.ui.widgets.column_room import Wish, shared


def test_what_is_left_over_goes_by_share() -> None:
    assert shared([Wish((80,), 3), Wish((100, 70)), Wish((80,), 2)], 800) == [404, 100, 296]


def test_without_a_share_every_column_keeps_its_width() -> None:
    assert shared([Wish((100, 70)), Wish((50,))], 800) == [100, 50]


def test_a_small_share_does_not_fall_below_its_least() -> None:
    assert shared([Wish((80,), 9), Wish((80,), 1)], 170) == [89, 81]


def test_where_room_is_short_each_gives_by_what_it_can_spare() -> None:
    assert shared([Wish((80,), 1), Wish((100, 60)), Wish((200, 120)), Wish((50,))], 370) == [80, 80, 160, 50]


def test_what_is_read_whole_is_only_cut_where_all_else_has_given_way() -> None:
    wishes = [Wish((100, 100, 100, 40)), Wish((200, 120, 48, 36)), Wish((80, 60, 60, 36))]
    assert shared(wishes, 300) == [100, 136, 64]
    assert shared(wishes, 210) == [100, 50, 60]
    assert sum(shared(wishes, 150)) == 150
    assert shared(wishes, 50) == [40, 36, 36]


def test_nothing_falls_below_its_least() -> None:
    assert shared([Wish((80,), 1), Wish((100, 60)), Wish((200, 120))], 100) == [80, 60, 120]


def test_a_table_without_columns_has_nothing_to_share() -> None:
    assert shared([], 0) == []
    assert shared([], 800) == []


def test_the_widths_fill_the_room_to_the_pixel() -> None:
    assert sum(shared([Wish((80,), 3), Wish((101, 70)), Wish((80,), 2)], 799)) == 799
    assert sum(shared([Wish((80,), 1), Wish((101, 60)), Wish((203, 119))], 371)) == 371
