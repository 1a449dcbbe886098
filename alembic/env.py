"""Runs migrations on the database the settings name, or on a connection handed in by tests."""

from sqlalchemy import Connection
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from alembic import context
from darasa_reflex.core.database.db import Database, UtcDateTime
from darasa_reflex.core.database.upgrade import unchecked, upgrading
from darasa_reflex.features.accounts import models as accounts
from darasa_reflex.features.accounts.tokens import models as tokens
from darasa_reflex.features.feedback.runs import models as feedback
from darasa_reflex.features.feedback.self_rating import models as self_rating
from darasa_reflex.features.feedback.sharing import models as sharing
from darasa_reflex.features.interviews import models as interviews
from darasa_reflex.features.interviews.questions.own import models as own_questions
from darasa_reflex.features.interviews.recordings import models as recordings
from darasa_reflex.features.job_infos import models as job_infos
from darasa_reflex.features.practice import models as practice
from darasa_reflex.settings import settings

TABLES = (
    accounts, tokens, job_infos, interviews, own_questions, recordings, feedback, self_rating,
    sharing, practice,
)  # fmt: skip


def plain_type(kind: str, item: object, context: object) -> str | bool:
    """Write our column types as the SQL types they are, so that migrations import nothing of ours."""
    del context
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def migrate(connection: Connection) -> None:
    """Bring the database behind a connection to the wanted revision, and commit."""
    # Alembic looks at the transaction it finds, and leaves its end to us.
    with unchecked(connection):
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=True,
            render_item=plain_type,
        )
        with context.begin_transaction():
            context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    db = Database(settings().database_url.get_secret_value())
    with upgrading(db, context.script.get_heads()) as connection:
        migrate(connection)
