"""The figures of speed and memory, each with its floor."""
