"""Files that go out by mail by themselves: what is due, made, sent once, and written down.

Promises: never twice, also after a kill. May import what exports may.
"""
