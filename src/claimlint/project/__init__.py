"""What belongs to a repository: configuration, discovery, linting many files."""
