"""Whole forums: the posts of a dump, checked in batches, on one machine or on a cluster."""
