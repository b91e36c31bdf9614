"""Output formats, one module each: pure functions from results to text."""
