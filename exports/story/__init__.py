"""One ordered set of slides for a scope and a day, as data: what deck, brief, workbook and page all tell.

Promises: one number, whatever carries it. May import what exports may.
"""
