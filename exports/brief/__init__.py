"""The story on A4, set by typst: sheets, booklets, the typeface of printed matter.

Promises: tagged PDF, Thai lines broken as Thai. May import what exports may.
"""
