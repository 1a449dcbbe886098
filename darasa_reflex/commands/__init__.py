"""What `python -m darasa_reflex` does: one file a command.

bootstrap: Make `.venv` and install a lock into it, or say in one sentence why not.
build: Build the pages once.
hume_config: Create or update the interviewer in a Hume account, and print the id of its config.
models: Fetch speech models ahead, or remove them, with a line that tells how far it is.
own_data: What belongs to a person, printed for people who script: interviews, a report, everything.
password: Set the password of somebody who forgot theirs, and sign all their browsers out.
score: `python -m darasa_reflex score FILE`: print the feedback on a transcript as JSON.
serve: Serve everything on one port: production from a finished build, or Reflex's hot reload.
tables: The tables of a server: migrations, and what goes before an upgrade.
ticket: Print a ticket for a new interview, for people who script.
whose: Whom a command acts for.
words: Bring the catalogues of sentences up to date with the code.
"""
