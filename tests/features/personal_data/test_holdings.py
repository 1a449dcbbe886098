"""A new table or column with something of a person is exported, or left out by name."""

from sqlmodel import SQLModel

from darasa_reflex.features.personal_data.holdings import EXCUSED, KINDS
from tests.features.personal_data.furnished import exported, furnish, left_of


def test_every_table_is_a_persons_or_excused_by_name():
    tables = set(SQLModel.metadata.tables)

    held = [str(kind.table.__tablename__) for kind in KINDS]

    assert sorted([*held, *EXCUSED]) == sorted(tables)


def test_every_column_is_exported_or_withheld_by_name():
    secrets = {"digest", "password_hash", "lease_token", "admission"}

    for kind in KINDS:
        columns = {
            column.name for column in SQLModel.metadata.tables[kind.table.__tablename__].columns
        }
        assert set(kind.columns) | kind.withheld == columns
        assert kind.withheld <= columns
        assert not set(kind.columns) & secrets


async def test_the_furnished_person_has_something_of_every_kind(db, clock, ada):
    furnish(db, ada, clock.now())

    assert all(number >= 1 for number in left_of(db, ada).values())
    assert await exported(db, ada, clock.now())
