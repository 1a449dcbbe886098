"""Passwords hashed by the real library with the least work it allows, for tests of all else."""

from pwdlib.hashers.argon2 import Argon2Hasher

from darasa_reflex.providers.passwords.argon2 import Argon2Passwords


def light_passwords() -> Argon2Passwords:
    return Argon2Passwords(Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1))
