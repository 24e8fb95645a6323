"""Small widgets in a row that goes on in the next line."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.appraisal.flow import FlowLayout


class _Block(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 20)


def _flow(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout, list[_Block]]:
    area = QWidget()
    qtbot.addWidget(area)
    flow = FlowLayout(area, gap=12)
    blocks = [_Block(area) for _ in range(count)]
    for block in blocks:
        flow.addWidget(block)
    return area, flow, blocks


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    _, flow, blocks = _flow(qtbot, 3)
    flow.setGeometry(QRect(0, 0, 324, 20))
    assert [(block.x(), block.y()) for block in blocks] == [(0, 0), (112, 0), (224, 0)]
    assert flow.sizeHint() == QSize(324, 20)
    assert flow.heightForWidth(324) == 20


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    _, flow, blocks = _flow(qtbot, 3)
    flow.setGeometry(QRect(0, 0, 230, 44))
    assert [(block.x(), block.y()) for block in blocks] == [(0, 0), (112, 0), (0, 24)]
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(230) == 44
    assert flow.minimumSize() == QSize(0, 0)
    assert not flow.expandingDirections()


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    _, flow, blocks = _flow(qtbot, 3)
    blocks[0].hide()
    flow.setGeometry(QRect(0, 0, 230, 20))
    assert (blocks[1].x(), blocks[2].x()) == (0, 112)


def test_widgets_can_be_taken_out(qtbot: QtBot) -> None:
    _, flow, blocks = _flow(qtbot, 2)
    flow.removeWidget(blocks[0])
    assert flow.count() == 1
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
    assert FlowLayout().sizeHint() == QSize(0, 0)
