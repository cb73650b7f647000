"""The printed brief: a story on one, two or four A4 sheets, and a booklet of many."""

from collections.abc import Sequence

from exports.brief import typesetting
from exports.brief.sheets import sheets
from exports.story import chapters
from exports.story.parts import Story


def render(story: Story) -> bytes:
    """Return the brief as a PDF: one sheet for a province, two for a group, four for the nation.

    Tagged (PDF/UA-1), in the language of the story's reader, with bookmarks and its fonts inside; the same story
    gives the same bytes. Always on white paper.
    """
    t = story.reader.t
    title = chapters.title_of(story)
    return typesetting.pdf(
        {
            "title": title,
            "author": t("shell-brand"),
            "description": t("brief-description", title=title, when=story.when(short=False)),
            "keywords": [story.scope_name, t("shell-brand"), story.release],
            "cover": None,
            "contents": None,
            "sheets": sheets(story),
        },
        story.reader,
    )


def booklet(stories: Sequence[Story]) -> bytes:
    """Return the briefs of many stories as one PDF with a cover, contents, bookmarks and running page numbers.

    Language and day are those of the first story. Raises ValueError without a story.
    """
    if not stories:
        raise ValueError("a booklet needs at least one story")
    first = stories[0]
    t = first.reader.t
    title = t("brief-booklet")
    return typesetting.pdf(
        {
            "title": title,
            "author": t("shell-brand"),
            "description": t("brief-description", title=title, when=first.when(short=False)),
            "keywords": [t("shell-brand"), first.release],
            "cover": {
                "brand": t("shell-brand"),
                "title": title,
                "asof": chapters.told_of(first),
                "lines": [t("brief-booklet-count", n=len(stories)), t("brief-release", release=first.release),
                          *([t("brief-illustrative-why")] if first.evidence == "all" else [])],
            },
            "contents": {"title": t("brief-contents")},
            "sheets": [sheet for story in stories for sheet in sheets(story)],
        },
        first.reader,
    )  # fmt: skip
