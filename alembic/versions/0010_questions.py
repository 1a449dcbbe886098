"""own_question: questions that people bring along; how they use them; what a model prepared.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "own_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=100), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("follow_up", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_own_question_user_id", "own_question", ["user_id"])
    op.add_column(
        "user",
        sa.Column("own_questions", sa.String(length=20), nullable=False, server_default="first"),
    )
    op.add_column("user", sa.Column("about_me", sa.String(), nullable=False, server_default=""))
    op.add_column(
        "job_info", sa.Column("prepared", sa.JSON(), nullable=False, server_default="{}")
    )


def downgrade() -> None:
    """Take back."""
    op.drop_column("job_info", "prepared")
    op.drop_column("user", "about_me")
    op.drop_column("user", "own_questions")
    op.drop_index("ix_own_question_user_id", table_name="own_question")
    op.drop_table("own_question")
