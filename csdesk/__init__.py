"""csdesk: roster, incident log, shift swaps and monthly appraisal for a small customer-service team."""

__version__ = "0.1.0"
