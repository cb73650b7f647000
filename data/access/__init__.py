"""Who may read what and who may write: pure rules, and the one function that every record passes.

Promises: `visible` hides rows and never changes what a row means. May import data.
"""
