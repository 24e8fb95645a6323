"""Tests of the bench show windows; without a display Qt aborts, so the platform is chosen before anything else."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
