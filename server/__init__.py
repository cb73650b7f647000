"""The process: the app object's parts, what runs before every page, headers, health, metrics, logs, warm-up, first page.

Promises: answers within its bounds whatever is asked, and says what it does. May import every floor below; no page and no
view imports it.
"""
