"""What a moderator needs to know of a post: its findings in order of weight, its evidence, and a proposal."""
