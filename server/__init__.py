"""The process: the app object's parts, what runs before every page, headers, health, metrics, logs, warm-up, first page.

May import every floor below; no page and no view imports it. What reaches into a library's inside stands here.
"""
