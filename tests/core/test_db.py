"""The database keeps its promises on both engines."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from alembic import command
from darasa_reflex.core.db import Database, normalised
from darasa_reflex.features.accounts.models import RateBucket
from darasa_reflex.features.job_infos.models import JobInfo
from tests.conftest import a_job

ROOT = Path(__file__).parents[2]


def test_a_read_followed_by_a_write_loses_no_update(db):
    db.run_here(lambda session: session.add(RateBucket(key="k", tokens=0, at=0)))

    def count():
        for _ in range(25):

            def work(session):
                bucket = session.exec(select(RateBucket).with_for_update()).one()
                bucket.tokens += 1
                session.add(bucket)

            db.run_here(work)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert db.run_here(lambda session: session.exec(select(RateBucket)).one().tokens) == 100


def test_a_job_of_nobody_is_refused(db, ada):
    job = a_job(db, ada)

    with pytest.raises(IntegrityError):
        db.run_here(
            lambda session: session.add(
                JobInfo(
                    user_id=job.id, name="x", experience_level="junior", description="x", skills=[]
                )
            )
        )


def test_hosts_addresses_name_our_driver():
    assert normalised("postgres://u@h/d") == "postgresql+psycopg://u@h/d"
    assert normalised("sqlite:///x.db") == "sqlite:///x.db"


def test_the_migrations_make_the_tables_of_the_models(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    config = Config(ROOT / "alembic.ini")

    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        left = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)

    database.engine.dispose()
    assert left == []
