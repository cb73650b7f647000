"""The version of the program: said in the foot of every page, at /api/version and in files that are taken out.

Raised in one commit with its heading in CHANGELOG.md; pyproject.toml says the same (tests/test_release.py).
"""

VERSION = "0.2.0"
