"""feedback.language, attempt_verdict.language: what a model wrote in, that of whoever asked.

Plain statements, no batches: see 0002. Words of before were asked for, and written, in English.
"""

import sqlalchemy as sa

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = ("feedback", "attempt_verdict")


def upgrade() -> None:
    """Apply."""
    for table in TABLES:
        language = sa.Column("language", sa.String(length=10), nullable=False, server_default="en")
        op.add_column(table, language)


def downgrade() -> None:
    """Take back."""
    for table in TABLES:
        op.drop_column(table, "language")
