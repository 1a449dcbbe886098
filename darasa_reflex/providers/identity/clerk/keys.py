"""Clerk's keys, read once at the start: a broken one stops it, in words."""

import base64
import re

import httpx
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import SecretStr
from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook

from darasa_reflex.providers.identity.clerk import names
from darasa_reflex.providers.identity.clerk.failures import unavailable

_AGAIN = "Copy it again from Clerk's dashboard."
_NO_PUBLISHABLE = f"{names.PUBLISHABLE} is no publishable key of Clerk. {_AGAIN}"
_NO_SECRET = f"{names.SECRET} is no secret key of Clerk. {_AGAIN}"
_NO_PEM = (
    f'{names.PEM} is no RSA public key. Copy "JWKS Public Key" from Clerk\'s dashboard, with its '
    "first and last line."
)
_NO_SIGNING = f"{names.SIGNING} is no signing secret. {_AGAIN}"
_NO_ADDRESS = f"{names.ADDRESS} must begin with http:// or https://."

_PREFIX = re.compile(r"pk_(test|live)_([A-Za-z0-9+/_-]+)=*")
# It becomes part of a content security policy, so nothing else may stand in it.
_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")
_VERSION = "/v1"


def frontend_of(publishable_key: str) -> str:
    """Return the origin that a publishable key names: the one that signs and serves scripts.

    Raises:
        ServiceUnavailable: It is no such key.
    """
    written = _PREFIX.fullmatch(publishable_key)
    try:
        text = written[2].replace("-", "+").replace("_", "/") if written else ""
        name = base64.b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
    except ValueError:
        name = ""
    if not name.endswith("$") or not _HOST.fullmatch(name[:-1]):
        raise unavailable(_NO_PUBLISHABLE)
    return f"https://{name[:-1]}"


def public_key(pem: SecretStr) -> RSAPublicKey:
    r"""Return the key that checks tokens. In a file of settings its lines may be parted by `\n`.

    Raises:
        ServiceUnavailable: It is none.
    """
    text = pem.get_secret_value().replace("\\n", "\n").strip()
    try:
        found = load_pem_public_key(text.encode())
    except (ValueError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, RSAPublicKey):
        raise unavailable(_NO_PEM)
    return found


def api_key(secret: SecretStr) -> SecretStr:
    """Return the key of Clerk's interface without spaces around it.

    Raises:
        ServiceUnavailable: It cannot stand in a header.
    """
    text = secret.get_secret_value().strip()
    if not re.fullmatch(r"[!-~]+", text):
        raise unavailable(_NO_SECRET)
    return SecretStr(text)


def api_address(given: str) -> str:
    """Return where Clerk's interface begins.

    Raises:
        ServiceUnavailable: It is no address.
    """
    address = given.strip().rstrip("/").removesuffix(_VERSION)
    try:
        good = re.match(r"https?://", address) and httpx.URL(address).host
    except httpx.InvalidURL:
        good = None
    if not good:
        raise unavailable(_NO_ADDRESS)
    return address + _VERSION


def check_signing(secret: SecretStr) -> None:
    """Refuse what cannot check the signature of a webhook.

    Raises:
        ServiceUnavailable: It is no secret of Clerk's.
    """
    try:
        Webhook(secret.get_secret_value())
    except (ValueError, EmptyWebhookSecretError):
        raise unavailable(_NO_SIGNING) from None
