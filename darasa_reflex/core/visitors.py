"""Where a request comes from: its address, and whether that is this machine itself."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal

# From another address · for a name that is not this machine's · handed on by somebody between.
Foreign = Literal["address", "host", "proxy"]

# A proxy on this machine would make the whole world look local.
_HANDED_ON = frozenset({"forwarded", "via", "x-real-ip", "cf-connecting-ip", "true-client-ip"})
_HANDED_ON_PREFIX = "\nx-forwarded-"
_HOST = re.compile(r"(?:\[([\da-f:.]+)\]|([^\s:@/\[\]]+))(?::\d{1,5})?", re.IGNORECASE)


def headers_of(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by their lower-case names; repeated ones are joined, as Reflex joins them."""
    read: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        between = "; " if name == "cookie" else ", "
        read[name] = f"{read[name]}{between}{value}" if name in read else value
    return read


def client_ip(headers: Mapping[str, str], peer: str, proxy_hops: int) -> str:
    """Return the address of a visitor.

    Args:
        headers: As `headers_of` returns them.
        peer: Who holds the other end of the connection; empty when unknown.
        proxy_hops: How many proxies of our own stand in front. Each writes whom it saw at the end
            of X-Forwarded-For, so what stands further left is anybody's invention.
    """
    told = [part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]
    if not proxy_hops or len(told) < proxy_hops:
        return peer
    behind = told[-proxy_hops]
    return behind if _address(behind) else peer


def foreign(headers: Mapping[str, str], address: str) -> Foreign | None:
    """Tell why a request may not come from the person at this machine; None: it does."""
    # Every event asks: at once, not name by name.
    if not _HANDED_ON.isdisjoint(headers) or _HANDED_ON_PREFIX in "\n".join(("", *headers)):
        return "proxy"
    if not is_loopback_ip(address):
        return "address"
    return None if is_loopback_name(headers.get("host", "")) else "host"


@lru_cache(maxsize=64)
def is_loopback_name(host: str) -> bool:
    """Tell whether a Host header names this machine; a port may follow."""
    name = name_in(host)
    return name == "localhost" or is_loopback_ip(name)


@lru_cache(maxsize=64)
def is_loopback_ip(text: str) -> bool:
    """Tell whether an address is this machine's own loopback."""
    address = _address(text)
    return address is not None and address.is_loopback


def name_in(host: str) -> str:
    """Return the name or address in a Host header, in lower case; empty when it is none."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).lower() if found else ""


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
