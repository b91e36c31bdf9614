"""The edit that mends a finding, built from the author's own words."""
