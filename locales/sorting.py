"""Thai dictionary order, which code-point order is not."""

_LEADING_VOWELS = "เแโใไ"
_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"  # mai taikhu, the tones, thanthakhat ...


def thai_key(text: str) -> tuple[str, str]:
    """Return the sort key of a Thai or mixed text.

    A leading vowel sorts after the consonant it is written before, and marks above a syllable
    decide only between texts that are equal without them (Royal Institute Dictionary order).
    """
    letters = [letter for letter in text if letter not in _MARKS]
    i = 0
    while i < len(letters) - 1:
        if letters[i] in _LEADING_VOWELS:
            letters[i], letters[i + 1] = letters[i + 1], letters[i]
            i += 1
        i += 1
    return "".join(letters), text
