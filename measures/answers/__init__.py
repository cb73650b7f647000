"""Answers by release: what every area answers on every day on which an answer may change, worked out once.

Promises: equal to the measure asked for that day (tests/test_measures_answers.py). The measures themselves say what an
answer is; nothing about their meaning is written here. May import what measures may.
"""
