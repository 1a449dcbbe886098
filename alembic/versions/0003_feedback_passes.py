"""feedback passes: what a judge keeps while it rates, what was measured, and which model rated.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("feedback", sa.Column("passes", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("feedback", sa.Column("measured", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("feedback", sa.Column("model", sa.String(length=100), nullable=True))
    op.add_column("feedback", sa.Column("prompt_version", sa.String(length=50), nullable=True))


def downgrade() -> None:
    """Take back."""
    for name in ("prompt_version", "model", "measured", "passes"):
        op.drop_column("feedback", name)
