"""sign_in: with which sign-in a pass was asked for and a call opened, to end with it.

Plain statements, no batches: see 0002. Calls of before end as they did.
"""

import sqlalchemy as sa

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("call", sa.Column("sign_in", sa.String(length=64), nullable=True))
    op.add_column("ticket", sa.Column("sign_in", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Take back."""
    op.drop_column("ticket", "sign_in")
    op.drop_column("call", "sign_in")
