"""The world's faults, as whoever stands above the desk meets them; the store stays unseen."""

from csdesk.store.errors import StoreUnavailable as Unavailable

__all__ = ["Unavailable"]
