"""The projects of a release grouped once by what filters ask about, and lists of them a page at a time."""
