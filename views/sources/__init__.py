"""The Sources page: documents, disagreements, published totals beside ours.

Promises and may import: as views.
"""
