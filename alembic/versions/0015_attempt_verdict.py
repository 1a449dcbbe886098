"""attempt_verdict: what a language model said of an answer that was given once more.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "attempt_verdict",
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("answered", sa.String(length=30), nullable=False),
        sa.Column("carried", sa.String(), nullable=False),
        sa.Column("missing", sa.String(), nullable=False),
        sa.Column("model", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attempt_id"),
    )
    op.create_index("ix_attempt_verdict_interview_id", "attempt_verdict", ["interview_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_attempt_verdict_interview_id", table_name="attempt_verdict")
    op.drop_table("attempt_verdict")
