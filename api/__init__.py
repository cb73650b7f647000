"""The same numbers for programs: a read interface, feeds, a calendar, the catalogue, figures for other pages.

Promises: the same number as the page, with its mark, and the same limits. It knows no screen and may import addresses and
what lies below. What a process serves comes through one `House`; what a caller may read passes
`data.access.visible` as everything does. `api.routes.routes(house)` is the one entrance.
"""
