"""Rounds of collection: what an editor asks of which areas until when, and what has come back.

Promises: a round is opened and closed by editors only, each event one commit; what an area has answered is read from the
proposals, never kept twice. May import: data.proposals, data.intake, data.store and what they may.
"""
