"""What a reader sees: messages in Thai and English, dates, numbers and money in their form.

Promises: the same ids in both languages. May import nothing of ours.

Texts live in `locales/th/*.ftl` and `locales/en/*.ftl` (Project Fluent). A `Reader` carries the
choices of the person in front of the screen; figures and exports take one and ask it for words.
"""

from locales.reader import ERAS, LANGUAGES, Reader
from locales.sorting import thai_key

__all__ = ["ERAS", "LANGUAGES", "Reader", "thai_key"]
