"""Addresses of model servers: made one spelling, and kept away from where none may lead."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from darasa_reflex.core.errors import InvalidInput
from darasa_reflex.core.words.marks import marked

FIELD = "address"
_ENDPOINT = re.compile(r"/(?:chat/)?completions/?$|/models/?$")
_NOT_ONE = marked("This is no address of a model server. It looks like http://127.0.0.1:11434/v1.")
_PLAIN = marked("Outside of this computer and its network the address must begin with https://.")
_FORBIDDEN = marked("Nothing is sent to this address.")
# Clouds tell servers their secrets here.
_METADATA = (ipaddress.ip_address("fd00:ec2::254"), ipaddress.ip_address("100.100.100.200"))
_HTTP, _HTTPS = 80, 443

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """An address of an OpenAI-compatible server.

    Attributes:
        url: Up to the path below which `/chat/completions` lies, without a slash at its end.
        host: With its port, as shown.
        name: The host alone.
        port: The port.
    """

    url: str
    host: str
    name: str
    port: int

    @property
    def local(self) -> bool:
        """Whether it is this very machine, by its spelling."""
        return self.name == "localhost" or _loopback(self.name)

    @property
    def secure(self) -> bool:
        """Whether what is sent is encrypted."""
        return self.url.startswith("https:")


def address_of(text: str) -> Address:
    """Return an address in one spelling; a pasted endpoint is cut, an empty path becomes `/v1`.

    Raises:
        InvalidInput: It is none, or holds a name, a password or a query.
    """
    text = text.strip()
    if "://" not in text and text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        raise InvalidInput(FIELD, _NOT_ONE) from None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    if parts.scheme not in {"http", "https"} or not name or odd or not text.isascii():
        raise InvalidInput(FIELD, _NOT_ONE)
    if any(sign.isspace() or sign in "\\<>\"'" for sign in text):
        raise InvalidInput(FIELD, _NOT_ONE)
    path = _ENDPOINT.sub("", parts.path).rstrip("/") or "/v1"
    shown = f"[{name}]" if ":" in name else name
    host = f"{shown}:{port}" if port else shown
    usual = _HTTPS if parts.scheme == "https" else _HTTP
    return Address(f"{parts.scheme}://{host}{path}", host, name, port or usual)


def check_resolved(address: Address) -> None:
    """Look up where an address leads. Blocks: call it in a thread.

    Raises:
        InvalidInput: It leads where nothing may be sent, or unencrypted out of the house.
        OSError: Its name is not known.
    """
    for found in socket.getaddrinfo(address.name, address.port, type=socket.SOCK_STREAM):
        ip = ipaddress.ip_address(str(found[4][0]).partition("%")[0])
        ip = getattr(ip, "ipv4_mapped", None) or ip
        if _forbidden(ip):
            raise InvalidInput(FIELD, _FORBIDDEN)
        if not address.secure and not (ip.is_loopback or ip.is_private):
            raise InvalidInput(FIELD, _PLAIN)


def _forbidden(ip: IpAddress) -> bool:
    return ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip in _METADATA


def _loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
