"""engines: which one plays, what it calls a chat, and consent to vocal expression.

Plain statements, no batches: a batch copies a table and drops the old one, and SQLite then deletes
the rows that refer to it.
"""

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""

    op.add_column("interview", sa.Column("wanted_engine", sa.String(length=50), nullable=True))
    op.add_column("interview", sa.Column("admission", sa.String(length=40), nullable=True))
    op.add_column("call", sa.Column("engine", sa.String(length=50), nullable=True))
    op.add_column("call", sa.Column("group_id", sa.String(length=100), nullable=True))
    op.add_column("call", sa.Column("recalled_at", _TIME, nullable=True))
    op.add_column("call", sa.Column("recall_after", _TIME, nullable=True))
    op.add_column(
        "call", sa.Column("recall_attempts", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_index("ix_call_recall", "call", ["engine", "recalled_at"])
    op.add_column("user", sa.Column("expressions_consent_at", _TIME, nullable=True))


def downgrade() -> None:
    """Take back."""

    op.drop_column("user", "expressions_consent_at")
    op.drop_index("ix_call_recall", "call")
    for name in ("recall_attempts", "recall_after", "recalled_at", "group_id", "engine"):
        op.drop_column("call", name)
    for name in ("admission", "wanted_engine"):
        op.drop_column("interview", name)
