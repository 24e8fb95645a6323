"""The verb `print` for the roster, the register of swaps and the blank handover form."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest

from csdesk.cli import main
from csdesk.cli.arguments import FORMS
from csdesk.cli.duty_papers import DUTY_FORMS
from csdesk.core.swap import SwapDraft
from csdesk.desk.desk import Desk
from tests.desks import a_new_desk, a_shift, somebody


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks, these tests read English."""
    monkeypatch.setenv("CSDESK_LANGUAGE", "en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A team of two with a shift and a request for a swap in October 2026."""
    with a_new_desk(tmp_path) as desk:
        early = a_shift(desk, "D", 8, 14)
        li, wu = somebody(desk), somebody(desk, "0102", "Wu 😀")
        desk.roster.set_cells({(li.id, date(2026, 10, 20)): (early.id,)})
        desk.swaps.ask(SwapDraft(li.id, date(2026, 10, 20), wu.id))
        yield desk


def said(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_every_form_can_be_asked_for() -> None:
    assert FORMS[2:] == DUTY_FORMS


def test_the_roster_is_printed_on_a4_or_a3(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("print", "2026-10", "--file", desk.path, "--to", tmp_path / "out", "--form", "roster")
    code, out, err = said(capsys, *words)
    assert (code, out) == (0, f"Printed {tmp_path / 'out' / 'roster-2026-10.pdf'}.\n")
    assert "😀" in err
    assert said(capsys, *words, "--paper", "A3", "--language", "both")[0] == 0
    widths = {path.name: round(float(pypdf.PdfReader(path).pages[0].mediabox[2])) for path in tmp_path.glob("out/*")}
    assert widths == {"roster-2026-10.pdf": 842, "roster-2026-10-A3.pdf": 1191}


@pytest.mark.parametrize(
    ("form", "name", "told"),
    [("swaps", "swaps-2026-10.pdf", "Shift swap register"), ("handover", "handover-blank.pdf", "Handover record")],
)
def test_the_register_and_the_blank_handover_are_printed(
    form: str, name: str, told: str, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "print", "2026-10", "--file", desk.path, "--to", tmp_path / "out", "--form", form)
    assert (code, out) == (0, f"Printed {tmp_path / 'out' / name}.\n")
    assert told in pypdf.PdfReader(tmp_path / "out" / name).pages[0].extract_text()


@pytest.mark.parametrize("words", [("roster", "--number", "0101"), ("swaps", "--paper", "A3")])
def test_what_does_not_go_with_a_form_is_refused(
    words: tuple[str, ...], desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    code, out, err = said(capsys, "print", "2026-10", "--file", desk.path, "--to", folder, "--form", *words)
    assert (code, out) == (1, "")
    assert err == f"{words[1]} does not go with --form {words[0]}. Leave it out.\n"
    assert not folder.exists()
