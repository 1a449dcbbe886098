import pytest

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.features.job_infos.service import SKILL_LENGTH
from darasa_reflex.states.jobs.chip_set import ChipSet, chips_of


def test_chips_that_were_read_follow_the_text():
    chips = ChipSet().read(["Python", "SQL"])

    assert chips.read(["SQL", "Docker"]).texts == ["SQL", "Docker"]


def test_a_removed_chip_is_not_brought_back_by_reading():
    chips = ChipSet().read(["Python", "SQL"])

    chips = chips.remove(chips.rows[0].key)

    assert chips.read(["python", "SQL"]).texts == ["SQL"]


def test_a_changed_chip_is_not_overwritten_and_its_old_text_stays_away():
    chips = ChipSet().read(["Python", "SQL"])

    chips = chips.rename(chips.rows[0].key, "Python 3")

    assert chips.read(["Python"]).texts == ["Python 3"]


def test_an_added_chip_stays_when_the_text_does_not_name_it():
    chips = ChipSet().read(["SQL"]).add(" Baking ")

    assert chips.read([]).texts == ["Baking"]
    assert chips.add("baking") == chips


def test_a_chip_that_is_emptied_is_removed():
    chips = ChipSet().add("Baking")

    assert chips.rename(chips.rows[0].key, "  ").texts == []


def test_what_was_removed_before_a_job_info_was_kept_stays_removed():
    chips = chips_of(kept=["SQL", "Baking"], read=["Python", "SQL"])

    assert chips.read(["Python", "SQL", "Docker"]).texts == ["SQL", "Baking", "Docker"]
    assert chips.read([]).texts == ["Baking"]


def test_too_long_and_too_many_chips_are_refused():
    many = ChipSet().read(f"skill {n}" for n in range(100))

    assert len(many.rows) == 40
    with pytest.raises(InvalidInput):
        many.add("one more")
    with pytest.raises(InvalidInput):
        ChipSet().add("x" * 121)


def test_a_chip_has_only_characters_that_can_be_sent_and_kept():
    assert ChipSet().add("a\x00b\ud800 c").texts == ["ab c"]
    assert ChipSet().add("\ud800").texts == []


def test_whoever_goes_on_telling_of_removed_chips_fills_no_memory_and_real_ones_still_go():
    chips = ChipSet().add("Go").remove("", "x" * (SKILL_LENGTH + 1))
    too_long = chips.refused
    for number in range(1_500):
        chips = chips.remove("", f"made up {number}")

    assert too_long == frozenset()
    assert len(chips.refuse(f"more {number}" for number in range(1_500)).refused) == 1_000
    assert chips.remove(str(chips.chips[0].key)).refuses("Go")
