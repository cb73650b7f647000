"""The records: documented facts and illustrative sample, one schema, one loader.

Promises: `Records` are whole, checked and unchangeable; faults are data and all of them are told. May import geo and
locales.
"""
