"""The projects of a release grouped once by what filters ask about, and lists of them a page at a time.

Promises: what a filter costs does not depend on how many records there are; equal to the plain scan. May import data.
"""
