"""The use cases: each checks, asks core, writes the store, notes the journal."""
