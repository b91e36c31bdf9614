"""Rules: YAML queries over the marks."""
