"""Lets coverage see what the planner's process runs, which has an environment of its own without it.

Python loads this at the start of the process; `the_planner` of tests/conftest.py puts it in its way.
"""

import atexit
import os
import sys
from pathlib import Path

# The tests' own packages, after all that the process has itself: both are of one Python.
sys.path.append(os.environ["MEASURED_WITH"])

import coverage

project = Path(os.environ["MEASURED_IN"])
measured = coverage.Coverage(
    config_file=str(project / "pyproject.toml"), data_file=str(project / ".coverage"), data_suffix=True
)
measured.start()


@atexit.register
def keep() -> None:
    """Keep what was run; the tests' own coverage takes it in."""
    measured.stop()
    measured.save()
