"""The store: every table versioned, a release names one version of each, publishing is one atomic commit.

Promises: nothing acknowledged is lost, reading writes nothing, a lost store is never begun anew. May import data.
"""
