"""How pieces of work are measured."""

from csdesk.bench.figures import Figure, in_turn, median_of, milliseconds, percentile


def test_a_figure_is_so_many_times_its_floor() -> None:
    assert Figure("save", 5.0, "ms", 2.0).ratio == 2.5
    assert Figure("memory", 180.0, "MB").ratio is None


def test_ours_and_the_floor_run_in_turn_after_one_run_of_each_to_warm_up() -> None:
    ran: list[str] = []
    in_turn(lambda: ran.append("ours"), lambda: ran.append("floor"), 3)
    assert ran == ["ours", "floor"] * 4


def test_the_median_is_of_as_many_runs_as_asked_after_one_to_warm_up() -> None:
    ran: list[int] = []
    assert median_of(lambda: ran.append(1), 5) >= 0
    assert len(ran) == 6


def test_a_run_is_measured_in_milliseconds() -> None:
    assert 0 <= milliseconds(lambda: None) < 1000


def test_a_percentile_is_what_that_share_of_the_values_does_not_exceed() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert percentile(values, 95) == 96
    assert percentile([7.0], 95) == 7.0
