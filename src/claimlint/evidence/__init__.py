"""Citations, references, what each source is, and which unit each citation covers."""
