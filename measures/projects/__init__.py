"""Projects and their money: where they work, totals, lists, one in detail. All ask the cube of the release.

Promises and may import: as measures.
"""
