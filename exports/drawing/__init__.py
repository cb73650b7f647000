"""A figure as a vector picture, drawn from the very plot that the screen shows, without a browser.

Promises: the picture says what the plot says, with title, day, badge and source. May import what exports may.
"""
