"""Findings kept from earlier runs, so that a draft that did not change is not checked again."""
