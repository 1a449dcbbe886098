"""languages: what a person answers in, of an interview and as their next default.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TABLES = ("interview", "user")


def upgrade() -> None:
    """Apply."""
    for table in _TABLES:
        op.add_column(
            table,
            sa.Column("language", sa.String(length=20), nullable=False, server_default="en"),
        )


def downgrade() -> None:
    """Take back."""
    for table in reversed(_TABLES):
        op.drop_column(table, "language")
