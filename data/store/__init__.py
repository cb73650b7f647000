"""The store: every table versioned, a release names one version of each, publishing is one atomic commit."""
