"""What all pages share: main script and navigation, language, filters, figure card.

Promises: the address is the view; no act of a reader is lost. Only `shell.platform` reaches into a library. May import
exports and what lies below.
"""
