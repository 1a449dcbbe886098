"""The tables of a server: migrations, and what goes before an upgrade.

database: What a command says of a database that it cannot use.
migrations: Bring the database up to date.
upgrades: Upgrade the database; say in a sentence why that does not go.
"""
