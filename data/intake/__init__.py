"""Intake: what officers drop, read and understood, brought into written form and examined before it is published.

Promises: nothing is applied in part, guessed or left out in silence; whatever is in a file, looking at it costs in a
line. May import data.
"""
