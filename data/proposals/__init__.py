"""Knowledge added and corrected as proposals: who says what on which document, and what an editor made of it.

Promises: accepted ones become one release that names them; a kill in the middle leaves all or nothing. May import data.
"""
