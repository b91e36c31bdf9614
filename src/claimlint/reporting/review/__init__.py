"""A review as a page for people, as JSON for programs, and as a reply to the author."""
