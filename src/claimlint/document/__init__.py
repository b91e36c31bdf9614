"""Bytes to a `Document`: blocks, units and exact spans."""
