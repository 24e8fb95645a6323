"""The floor under a start: a process that shows an empty Qt main window, says when it is there, and ends."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from csdesk.bench.first_paint import FirstPaint


def main() -> None:
    """Show the window and print the moment at which it was there."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)

    def told(moment: int) -> None:
        print(moment, flush=True)  # noqa: T201  # the bench reads it
        app.quit()

    watched = FirstPaint(window, told)
    window.show()
    app.exec()
    watched.deleteLater()


if __name__ == "__main__":
    main()
