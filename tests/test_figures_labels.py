"""Labels on a time axis: no text on a text, no leader through a text, nothing outside the card."""

from itertools import combinations

import pytest

from figures.labels import Box, Label, Place, anchors, box, collide, place, shorten, text_width


def boxes(labels: list[Label], places: list[Place | None]) -> list[Box]:
    return [box(label, found) for label, found in zip(labels, places, strict=True) if found]


CASES = {
    "far apart": [Label(0, 100), Label(300, 100), Label(600, 100)],
    "two on one day": [Label(400, 120), Label(400, 90)],
    "a crowd": [Label(400 + 6 * i, 130) for i in range(9)],
    "a crowd at the right edge": [Label(840 + 5 * i, 140) for i in range(8)],
    "a crowd at the left edge": [Label(2 * i, 150) for i in range(7)],
    "long over short": [Label(100, 400), Label(180, 30), Label(260, 30), Label(340, 200), Label(820, 150)],
    "the key events": [
        Label(57, 95),
        Label(388, 100),
        Label(478, 110),
        Label(525, 130),
        Label(614, 80),
        Label(627, 130),
        Label(850, 110),
    ],
}


@pytest.mark.parametrize("labels", CASES.values(), ids=CASES.keys())
def test_no_two_labels_are_in_each_others_way(labels: list[Label]) -> None:
    found = boxes(labels, place(labels, width=900))
    assert len(found) == len(labels)
    assert [pair for pair in combinations(found, 2) if collide(*pair)] == []


@pytest.mark.parametrize("labels", CASES.values(), ids=CASES.keys())
def test_no_label_leaves_the_card(labels: list[Label]) -> None:
    found = boxes(labels, place(labels, width=900))
    assert min(one.left for one in found) >= 0
    assert max(one.right for one in found) <= 900


def test_labels_with_room_stand_in_the_first_row_after_their_leader() -> None:
    assert place(CASES["far apart"], width=900) == [Place(0, "start")] * 3


def test_a_label_at_the_right_edge_ends_at_its_leader() -> None:
    assert place([Label(880, 100)], width=900) == [Place(0, "end")]


def test_two_neighbours_turn_away_from_each_other_instead_of_taking_two_rows() -> None:
    assert place([Label(400, 100), Label(430, 100)], width=900) == [Place(0, "end"), Place(0, "start")]


def test_a_text_that_would_run_across_an_ending_leader_ends_too() -> None:
    assert anchors([Label(700, 220), Label(880, 100)], width=900) == ["end", "end"]


def test_labels_without_room_in_the_allowed_rows_are_dropped_not_squeezed() -> None:
    crowd = [Label(400 + i, 300) for i in range(6)]
    found = place(crowd, width=900, rows=2)
    assert sum(one is None for one in found) == 2
    assert [pair for pair in combinations(boxes(crowd, found), 2) if collide(*pair)] == []


def test_on_a_card_too_narrow_every_label_still_gets_a_row_of_its_own() -> None:
    tight = [Label(60, 100), Label(150, 110)]
    found = place(tight, width=200)
    assert [one.row for one in found if one] == [0, 1]


def test_what_counts_as_a_collision() -> None:
    text = Box(100, 200, 0, 100)
    assert collide(text, Box(150, 250, 0, 150))  # text on text
    assert collide(text, Box(201, 300, 0, 201))  # too close to read apart
    assert collide(text, Box(150, 250, 1, 150))  # a leader from below through the text
    assert not collide(text, Box(100, 220, 1, 100))  # a leader along its edge
    assert not collide(text, Box(150, 250, 1, 250))  # the leader passes to the right
    assert not collide(text, Box(220, 300, 0, 220))


@pytest.mark.parametrize(
    ("text", "px"),
    [
        # measured in a browser at 100 px with IBM Plex Sans Thai: 1382.8
        ("ภาคตะวันออกเฉียงเหนือตอนบน 1", 1382.8),
        ("Upper Northeastern 1", 1000.0),
    ],
)
def test_estimated_widths_are_close_to_the_screens(text: str, px: float) -> None:
    assert text_width(text, 100) == pytest.approx(px, rel=0.12)


def test_marks_above_and_below_take_no_room() -> None:
    assert text_width("ที่นี้", 10) == text_width("ทน", 10)


def test_bold_is_a_little_wider() -> None:
    assert text_width("กข", 100, bold=True) > text_width("กข", 100)


def test_long_texts_are_cut_at_a_space_or_between_letters_never_under_a_mark() -> None:
    assert shorten("สั้น") == "สั้น"
    assert shorten("one two three four five six seven", 20) == "one two three four…"
    assert shorten("กี้กี้กี้กี้", 2) == "กี้กี้…"


def test_a_long_thai_text_is_cut_between_words() -> None:
    title = "การบูรณาการงานด้านวิทยาศาสตร์และเทคโนโลยีในระดับจังหวัด"
    assert shorten(title, 30) == "การบูรณาการงานด้านวิทยาศาสตร์และ…"
    assert shorten("จังหวัดนำร่องจัดทำแผนพัฒนาจังหวัดด้าน วทน.", 22) == "จังหวัดนำร่องจัดทำแผนพัฒนา…"
