"""recording: the sound of spoken answers, for those who chose it; who wants that, and who may hear.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_OFF = sa.false()


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "recording",
        sa.Column("turn_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("began_ms", sa.Integer(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("turn_id"),
    )
    op.create_index("ix_recording_interview_id", "recording", ["interview_id"])
    op.add_column(
        "interview", sa.Column("recorded", sa.Boolean(), nullable=False, server_default=_OFF)
    )
    op.add_column(
        "report_link", sa.Column("audio", sa.Boolean(), nullable=False, server_default=_OFF)
    )


def downgrade() -> None:
    """Take back."""
    op.drop_column("report_link", "audio")
    op.drop_column("interview", "recorded")
    op.drop_index("ix_recording_interview_id", table_name="recording")
    op.drop_table("recording")
