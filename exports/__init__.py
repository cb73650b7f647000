"""The same figures to take away: slide deck, printed brief, workbook, offline page. Nothing here knows a screen."""
