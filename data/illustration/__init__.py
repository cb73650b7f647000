"""How the illustrative rows are made: one module per part, all from fixed seeds, none of it fact.

Promises: the same seed gives the same bytes, and every documented total is met. May import data and geo.
"""
