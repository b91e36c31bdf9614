"""Data files: loading the YAML lexicons and turning them into plain values for the hot path."""
