"""The plain parts: cards, bands, fields with their faults, the bar of sub-pages."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from csdesk.ui import icons
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.cards import Band, Card, Field, SegmentBar, button, icon_button, words


def test_a_card_says_what_it_holds_and_how_many(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.set_title("Entries in November", "37 entries")
    assert card.accessibleName() == "Entries in November"
    assert card.said == ["Entries in November", "37 entries"]
    card.set_title("")
    assert card.said == []


def test_a_band_is_there_only_while_it_says_something(qtbot: QtBot, theme: Theme) -> None:
    band = Band()
    qtbot.addWidget(band)
    assert band.isHidden()
    band.say("4th minor offence this month.")
    assert not band.isHidden()
    band.say("Nothing to save.", "alarm")
    assert (band.property("kind"), band.text) == ("alarm", "Nothing to save.")
    band.say("")
    assert band.isHidden()


def test_a_field_shows_its_own_fault_until_it_is_mended(qtbot: QtBot, theme: Theme) -> None:
    field = Field(QLineEdit())
    qtbot.addWidget(field)
    field.set_label("Points")
    field.fault("Points must lie between −2 and −5.")
    assert field.said_fault.startswith("Points must")
    assert field.edit.accessibleName() == "Points"
    assert field.edit.accessibleDescription() == field.said_fault
    assert field.edit.property("fault") is True
    field.fault("")
    assert (field.said_fault, field.edit.property("fault")) == ("", False)


def test_sub_pages_are_offered_only_where_there_is_a_choice(qtbot: QtBot, theme: Theme) -> None:
    bar = SegmentBar()
    qtbot.addWidget(bar)
    bar.set_names(["Points"])
    assert bar.isHidden()
    bar.set_names(["Points", "Complaints"])
    assert not bar.isHidden()
    bar.show()
    chosen: list[int] = []
    bar.chosen.connect(chosen.append)
    segments = bar.findChildren(QToolButton)
    QTest.mouseClick(segments[1], Qt.MouseButton.LeftButton)
    assert (chosen, bar.current) == ([1], 1)
    bar.set_names(["加扣分", "客诉"])
    assert (segments[0].text(), bar.current) == ("加扣分", 1)


def test_a_button_with_an_icon_alone_says_what_it_does(qtbot: QtBot, theme: Theme) -> None:
    made = icon_button(icons.icon("x"), "Close")
    qtbot.addWidget(made)
    assert (made.accessibleName(), made.toolTip()) == ("Close", "Close")


def test_buttons_have_a_look_each(qtbot: QtBot, theme: Theme) -> None:
    made = [button("Save", primary=True), button("Undo", quiet=True), button("Print", icons.icon("printer"))]
    for one in made:
        qtbot.addWidget(one)
    assert [one.property("look") for one in made] == ["primary", "quiet", None]


def test_words_are_never_read_as_markup(qtbot: QtBot, theme: Theme) -> None:
    label = words("<b>Li Na</b>", "title")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
