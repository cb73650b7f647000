"""One area in depth: its profile, its states in every measure, its place among others, what documents say of it.

Promises and may import: as measures.
"""
