"""Create or update the interviewer in a Hume account, and print the id of its config."""

import asyncio
import sys

from darasa_reflex.core.errors import NotFound, ServiceUnavailable
from darasa_reflex.endpoints.webhooks.hume import PATH
from darasa_reflex.parts import keys_named
from darasa_reflex.providers.interviewer.hume.rest.config import HumeConfigs
from darasa_reflex.providers.interviewer.hume.rest.rest import HumeRest
from darasa_reflex.settings import settings

_KEY, _ADDRESS = "HUME_API_KEY", "HUME_BASE_URL"
_DEFAULT_ADDRESS = "https://api.hume.ai"
_NO_KEY = f"{_KEY} is not set. Put it into .env, then try again."
_NO_ADDRESS = f"{_ADDRESS} must begin with http:// or https://."
_NO_INTERFACE = f"There is no Hume at that address. Please check {_ADDRESS}."


def publish() -> int:
    """Print the config's id on standard output, and what to do with it beside it; return 0.

    Raises:
        ServiceUnavailable: The API key is missing, or Hume cannot be asked or refuses.
    """
    given = settings()
    origin = next((one for one in given.origins if one.startswith("https://")), None)
    webhook_url = f"{origin}{given.path}{PATH}" if origin else None
    configs = HumeConfigs(_rest())
    try:
        config_id = asyncio.run(
            configs.publish(idle_seconds=given.idle_seconds, webhook_url=webhook_url)
        )
    except NotFound:
        raise ServiceUnavailable("hume", _NO_INTERFACE, retryable=False) from None
    print(config_id)
    print("Set HUME_CONFIG_ID to this id.", file=sys.stderr)
    if webhook_url is None:
        print("Without an https origin in DARASA_ORIGINS, Hume sends no news.", file=sys.stderr)
    return 0


def _rest() -> HumeRest:
    keys = keys_named([_KEY, _ADDRESS])
    if _KEY not in keys:
        raise ServiceUnavailable("hume", _NO_KEY, retryable=False)
    address = keys[_ADDRESS].get_secret_value() if _ADDRESS in keys else _DEFAULT_ADDRESS
    if not address.startswith(("http://", "https://")):
        raise ServiceUnavailable("hume", _NO_ADDRESS, retryable=False)
    return HumeRest(address.strip().rstrip("/"), keys[_KEY])
