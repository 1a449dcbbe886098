"""doors: ways to sign in, what a person chose, and what their plan has used.

Plain statements, no batches: see 0002.
"""

import sqlalchemy as sa

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_HELD = """
update "user" set interviews_held = (
  select count(*) from interview join job_info on job_info.id = interview.job_info_id
  where job_info.user_id = "user".id and interview.chat_id is not null)
"""


def _of_user() -> tuple[sa.Column, ...]:
    return (
        sa.Column("chosen_name", sa.String(length=100), nullable=True),
        sa.Column("patience", sa.String(length=20), nullable=False, server_default="normal"),
        sa.Column("captions", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("keep_days", sa.Integer(), nullable=True),
        sa.Column("interviews_held", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("profile_at", _TIME, nullable=True),
    )


def _of_interview() -> tuple[sa.Column, ...]:
    return (
        sa.Column("reserved_until", _TIME, nullable=True),
        sa.Column("paid", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def upgrade() -> None:
    """Apply."""
    for column in _of_user():
        op.add_column("user", column)
    for column in _of_interview():
        op.add_column("interview", column)
    op.add_column("ticket", sa.Column("allowance", sa.Integer(), nullable=True))
    op.execute(_HELD)
    # Until now a token was taken for every interview that was made.
    op.execute(sa.text("update interview set paid = :yes").bindparams(yes=True))
    _ways_in()


def _ways_in() -> None:
    op.create_table(
        "credential",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("password_hash", sa.String(length=300), nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "sign_in",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("user_agent", sa.String(length=300), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("revoked_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_sign_in_user_id", "sign_in", ["user_id"])
    op.create_table(
        "provider_message",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("received_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "deleted_subject",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("deleted_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("deleted_subject")
    op.drop_table("provider_message")
    op.drop_index("ix_sign_in_user_id", "sign_in")
    op.drop_table("sign_in")
    op.drop_table("credential")
    op.drop_column("ticket", "allowance")
    for column in reversed(_of_interview()):
        op.drop_column("interview", column.name)
    for column in reversed(_of_user()):
        op.drop_column("user", column.name)
