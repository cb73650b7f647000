"""The same numbers for programs: a read interface, feeds, a calendar, the catalogue, figures for other pages.

It knows no screen. What a process serves comes through one `House`; what a caller may read passes
`data.access.visible` as everything does. `api.routes.routes(house)` is the one entrance.
"""
