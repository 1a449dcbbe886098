"""unread: stretches of a turn that were not understood; and the name of a typed turn.

Plain statements, no batches: see 0002. Turns of before have all their words, or never will.
"""

import sqlalchemy as sa

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("turn", sa.Column("unread", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("turn", sa.Column("key", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Take back."""
    op.drop_column("turn", "key")
    op.drop_column("turn", "unread")
