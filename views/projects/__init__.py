"""The Projects page: filters, totals, figures, the list a page at a time, one project's card.

Promises and may import: as views.
"""
