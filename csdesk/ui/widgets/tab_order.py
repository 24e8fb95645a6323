"""The order in which Tab goes through a page, where widgets are not made in the order in which they are read."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_order(*widgets: QWidget) -> None:
    """Let Tab go from each of `widgets` to the next; where the first stands among the others does not change."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
