"""Models that hold rows for Qt's views."""
