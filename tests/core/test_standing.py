"""Entries that still stand."""

from csdesk.core.standing import standing
from tests.builders import an_incident


def test_an_entry_stands_until_it_is_voided() -> None:
    assert standing([an_incident(id="kept"), an_incident(id="void", void_reason="twice")]) == {"kept"}


def test_a_corrected_entry_stands_with_the_one_that_corrects_it() -> None:
    first = an_incident(id="1", void_reason="wrong points")
    second = an_incident(id="2", void_reason="wrong again", corrects="1")
    third = an_incident(id="3", corrects="2")
    assert standing([first, second, third]) == standing([third, second, first]) == {"1", "2", "3"}


def test_a_correction_that_was_voided_takes_all_with_it() -> None:
    first = an_incident(id="1", void_reason="wrong points")
    assert standing([first, an_incident(id="2", void_reason="was on leave", corrects="1")]) == set()


def test_what_a_correction_replaces_stands_even_out_of_sight() -> None:
    assert standing([an_incident(id="2", corrects="1")]) == {"1", "2"}
