"""The tokens are readable: words at 4.5 to 1, edges and bars that carry meaning at 3 to 1."""

import pytest

from csdesk.ui.tokens import DARK, LIGHT, Tokens, contrast, edge_pairs, text_pairs


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_is_readable_on_its_ground(tokens: Tokens) -> None:
    pale = [(what, contrast(text, ground)) for what, text, ground in text_pairs(tokens)]
    assert [pair for pair in pale if pair[1] < 4.5] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_edge_that_carries_meaning_is_seen(tokens: Tokens) -> None:
    faint = [(what, contrast(edge, ground)) for what, edge, ground in edge_pairs(tokens)]
    assert [pair for pair in faint if pair[1] < 3] == []


def test_contrast_is_reckoned_as_the_guideline_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_kind_without_its_own_tint_is_quiet() -> None:
    assert LIGHT.tint("adjustment").text == LIGHT.muted
    assert LIGHT.tint("serious").text == "#A11B1B"
