"""What every test needs before the first of them is read."""

import os
from pathlib import Path

# Before any Qt import: without a display Qt aborts the whole process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import coverage
import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: examples are bounded by number, not by time.
settings.register_profile("csdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("csdesk")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return what the tests' application is started with: as the program starts it."""
    from csdesk.ui.theme import STYLE  # only tests of the window load Qt

    return ["csdesk", *STYLE]


@pytest.fixture
def the_planner(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the Python that can plan; what its process runs is measured where this one's is."""
    from csdesk.desk.planner_process import interpreter

    python = interpreter()
    if python is None:
        pytest.skip("nothing here can plan: python3 run.py planner")
    if coverage.Coverage.current() is not None:
        tests = Path(__file__).parent
        monkeypatch.setenv("PYTHONPATH", str(tests / "planner" / "measured"))
        monkeypatch.setenv("MEASURED_IN", str(tests.parent))
        monkeypatch.setenv("MEASURED_WITH", str(Path(coverage.__file__).parents[1]))
    return python
