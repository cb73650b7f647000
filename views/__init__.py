"""What one page alone needs, a room for each page.

Promises: a room imports shell and the floors below, never another room's inside. May import shell and what lies below.
"""
