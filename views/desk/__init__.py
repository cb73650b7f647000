"""The data desk: bring a file, see what is wrong and what would change, publish, take out, go back.

Promises and may import: as views.
"""
