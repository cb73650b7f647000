"""Colours that must be told apart and texts that must be read, on both sheets (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from figures.tokens import DARK, LIGHT, Tokens, contrast, ink_on, tokens
from locales import Reader

SHEETS = pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_the_contrast_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_the_readers_sheet_decides() -> None:
    assert tokens(Reader(dark=False)).paper == "#FFFFFF"
    assert tokens(Reader(dark=True)).paper == "#0F1720"


@SHEETS
@pytest.mark.parametrize("name", ["ink", "muted", "reached_text", "missing_text", "accent"])
def test_text_is_readable_on_paper(sheet: Tokens, name: str) -> None:
    assert contrast(getattr(sheet, name), sheet.paper) >= 4.5


@SHEETS
@pytest.mark.parametrize("state", ["reached", "partly", "missing"])
def test_text_is_readable_on_the_fill_of_a_state(sheet: Tokens, state: str) -> None:
    assert contrast(getattr(sheet, state), getattr(sheet, f"{state}_on")) >= 4.5


@SHEETS
@pytest.mark.parametrize("phase", [0, 1, 2])
def test_the_name_of_a_phase_is_readable_on_its_bar(sheet: Tokens, phase: int) -> None:
    assert contrast(sheet.phases[phase], sheet.phases_on[phase]) >= 4.5


@SHEETS
def test_the_badge_for_illustrative_data_is_readable(sheet: Tokens) -> None:
    assert contrast(sheet.note_ink, sheet.note_paper) >= 4.5


@SHEETS
def test_a_gap_stands_out_from_what_is_reached_in_grey_too(sheet: Tokens) -> None:
    assert contrast(sheet.reached, sheet.missing) >= 3


@SHEETS
@pytest.mark.parametrize("name", ["reached", "accent", "not_reported_line", "not_applicable_line"])
def test_marks_and_borders_stand_out_from_paper(sheet: Tokens, name: str) -> None:
    assert contrast(getattr(sheet, name), sheet.paper) >= 3


@SHEETS
def test_unreported_can_be_told_from_reached_and_from_missing(sheet: Tokens) -> None:
    assert contrast(sheet.not_reported, sheet.reached) >= 1.4
    assert contrast(sheet.not_reported, sheet.missing) >= 1.3
    assert contrast(sheet.not_reported_line, sheet.not_reported) >= 1.7


@SHEETS
def test_the_amount_classes_climb_in_lightness_by_visible_steps(sheet: Tokens) -> None:
    steps = [contrast(a, sheet.paper) for a in sheet.sequential]
    assert steps == sorted(steps)
    assert min(contrast(a, b) for a, b in zip(sheet.sequential, sheet.sequential[1:], strict=False)) >= 1.25


@SHEETS
def test_loss_and_gain_are_darker_than_no_change_on_paper(sheet: Tokens) -> None:
    ends = [contrast(colour, sheet.diverging[2]) for colour in sheet.diverging]
    assert ends[0] > ends[1] > 1.3
    assert ends[4] > ends[3] > 1.3


def test_the_light_sheet_is_the_one_of_the_look() -> None:
    assert LIGHT.reached == "#12616F"
    assert LIGHT.missing == "#F2994A"
    assert LIGHT.sequential == ("#E6F2F1", "#B3DAD6", "#6DB7B8", "#2B8794", "#0E5468")


def test_ink_on_a_fill_is_the_better_of_ink_and_paper() -> None:
    assert ink_on("#12616F", LIGHT) == "#FFFFFF"
    assert ink_on("#F2994A", LIGHT) == "#14202E"
    assert ink_on("#7CBFC9", DARK) == "#0F1720"
