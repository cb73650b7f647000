"""The story as a spreadsheet: a sheet for every slide with its table and chart, and the planners' sheets.

Promises: what somebody typed into a record becomes no formula and no link. May import what exports may.
"""
