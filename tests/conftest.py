"""What every test needs before the first of them is read."""

import os

# Before any Qt import: without a display Qt aborts the whole process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

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
