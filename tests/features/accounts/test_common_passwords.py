import pytest

from darasa_reflex.features.accounts.local.common_passwords import is_common


@pytest.mark.parametrize(
    "password",
    [
        "1234567890", "0987654321", "qwertyuiop", "poiuytrewq", "1q2w3e4r5t", "1qaz2wsx3edc",
        "password123", "Password2026!", "passwordpassword", "aaaaaaaaaaaa", "abababababab",
        "abcdefghij", "iloveyou12", "Darasa-2026", "qwerty12345", "12345678901234567890",
    ],
)  # fmt: skip
def test_what_everybody_tries_first_is_common(password):
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery", "another horse battery", "kT9#fLq2wZx", "my password is a poem",
     "sunflowers in october", "пароль длинный и свой"],
)  # fmt: skip
def test_what_a_person_thought_up_is_not(password):
    assert not is_common(password)
