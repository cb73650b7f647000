"""Every number the product shows, one function each: records + selection -> frame.

Promises: one word is one measure; none, not reported and not applicable are told apart; every value carries its
evidence and source. May import data and what lies below.
"""
