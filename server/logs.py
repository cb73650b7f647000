"""The log: one event a line on stderr, to be read by people or, with STI_LOG=json, by machines.

What a reader or a file says can stand in a message. It can never begin a line of its own: whatever would break a line,
hide text or turn it round is written as its escape, and the lines of a trace are indented.
"""

import json
import logging
import os
import sys
from datetime import UTC, datetime
from typing import Any

from shell import platform

DETAILS = "details"  # `LOG.info("…", extra={DETAILS: {…}})`: what a machine wants beside the sentence
# C0 and C1 control characters, line and paragraph separators, invisible and bidirectional marks.
_CODES = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x200B, 0x2010),
    *range(0x2028, 0x2030),
    *range(0x2066, 0x206A),
)
_ESCAPED = {code: f"\\u{code:04x}" for code in (*_CODES, 0xFEFF)}
_LEVELS = ("debug", "info", "warning", "error")


class Readable(logging.Formatter):
    """A line for people: when (UTC), how grave, which part, what, details; a trace follows on indented lines."""

    def format(self, record: logging.LogRecord) -> str:
        told = [f"{name}={value}" for name, value in _details(record).items()]
        line = f"{_at(record)} {record.levelname} {record.name}: {' '.join([record.getMessage(), *told])}"
        trace = "".join(f"\n  | {part.translate(_ESCAPED)}" for part in self._trace(record).splitlines())
        return line.translate(_ESCAPED) + trace

    def _trace(self, record: logging.LogRecord) -> str:
        return self.formatException(record.exc_info) if record.exc_info else ""


class Machine(Readable):
    """A JSON object: at, level, logger, message, the details, and the trace if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {"at": _at(record), "level": record.levelname.lower(), "logger": record.name}
        told |= {"message": record.getMessage(), **_details(record)}
        if trace := self._trace(record):
            told["trace"] = trace
        return json.dumps(told, ensure_ascii=False, default=str).translate(_ESCAPED)


def start() -> None:
    """Send every log of this process to stderr in one form; call before the server starts.

    STI_LOG: "json", else readable lines. STI_LOG_LEVEL: how much the dashboard says (default info; debug tells every
    run of a page).
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Machine() if os.environ.get("STI_LOG") == "json" else Readable())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    level = os.environ.get("STI_LOG_LEVEL", "info").lower()
    logging.getLogger("sti").setLevel((level if level in _LEVELS else "info").upper())
    # Streamlit and, through it, uvicorn give each logger a handler of its own: these join the others.
    platform.replace("streamlit.logger:setup_formatter", _joins)
    for logger in platform.logger._loggers.values():
        _joins(logger)
    # Streamlit writes the trace of a page that failed without a reference, and in colours where `rich` is installed,
    # in which words of a reader could pass for a line; ours follows with a reference.
    platform.config.set_option("logger.enableRich", False)
    logging.getLogger("streamlit.error_util").addFilter(
        lambda record: "Uncaught app" not in record.getMessage()
    )


def _joins(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = (
        logger.name != "uvicorn.access"
    )  # addresses of readers and their questions are not kept


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _details(record: logging.LogRecord) -> dict[str, Any]:
    return dict(getattr(record, DETAILS, {}))
