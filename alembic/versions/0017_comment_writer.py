"""coach_comment.writer: by what a comment can be taken back by the browser that wrote it.

Plain statements, no batches: see 0002. Comments of before can be deleted by the owner only.
"""

import sqlalchemy as sa

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    writer = sa.Column("writer", sa.String(length=64), nullable=False, server_default="")
    op.add_column("coach_comment", writer)


def downgrade() -> None:
    """Take back."""
    op.drop_column("coach_comment", "writer")
