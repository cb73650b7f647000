"""The story as one HTML file that asks for nothing.

Promises: no request leaves it. May import what exports may.
"""
