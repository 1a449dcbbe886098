"""choices and words: what is chosen before an interview, private notes, and times of words.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_CHOICES = (("kind", "mixed"), ("difficulty", "usual"), ("tone", "neutral"))


def upgrade() -> None:
    """Apply."""
    for name, usual in _CHOICES:
        op.add_column(
            "interview",
            sa.Column(name, sa.String(length=20), nullable=False, server_default=usual),
        )
    op.add_column("interview", sa.Column("notes", sa.String(), nullable=False, server_default=""))
    op.add_column("turn", sa.Column("words", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take back."""
    op.drop_column("turn", "words")
    for name in ("notes", *(name for name, _ in reversed(_CHOICES))):
        op.drop_column("interview", name)
