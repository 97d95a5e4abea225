"""How much one client may ask for: requests under way, and requests a second."""

from __future__ import annotations

import math
import socket
import time
from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from kg.service.problems import Problem
from kg.service.settings import Settings

# Clients that are remembered, about 400 bytes each. More than connections are ever open, so that one of those who
# ask nothing now can always be forgotten; a client that is forgotten starts anew, as every new address does.
MOST_CLIENTS = 10_000
# What comes before the four bytes of an IPv4 address that is written as IPv6.
_MAPPED = bytes(10) + b"\xff\xff"


@dataclass(slots=True)
class _Client:
    allowed: float
    seen: float
    under_way: int = 0


class Clients:
    """Counts what each client does; used by one thread, that of the event loop.

    :ivar clock: seconds from any start.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self.clock = clock
        self._known: OrderedDict[str, _Client] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def admit(self, client: str) -> None:
        """Count a request in; :meth:`release` must follow once it is over.

        :param client: what :meth:`address` gave.
        :raises Problem: 429 with the seconds to wait, when it has too many under way or came too often.
        """
        one = self._known.get(client)
        if one is None:
            one = self._remember(client)
        elif self._settings.rate is not None:
            self._known.move_to_end(client)
        if one.under_way >= self._settings.per_client:
            found = f"wanted at most {self._settings.per_client} requests of one client at a time, found one more"
            raise _too_many(found, 1)
        self._spend(one)
        one.under_way += 1

    def release(self, client: str) -> None:
        """Count a request out, whatever became of it."""
        one = self._known[client]
        one.under_way -= 1
        # Without a rate nothing is to be remembered of one who asks nothing now.
        if not one.under_way and self._settings.rate is None:
            del self._known[client]

    def address(self, scope: MutableMapping[str, Any]) -> str:
        """Who a request counts for.

        :param scope: of ASGI.
        :returns: an IPv4 address, the first half of an IPv6 address (one line to the internet has all that begin so),
            or an empty text where there is none, as on a socket of this machine. Behind a proxy that is trusted, the
            last entry of ``X-Forwarded-For``: it alone is the proxy's own; one that is no address counts for nothing.
        """
        peer = scope.get("client")
        found = group(peer[0]) if peer else ""
        if self._settings.trust_proxy:
            forwarded = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
            if forwarded:
                last = forwarded[-1].rpartition(b",")[2].strip().decode("latin-1")
                return group(_without_port(last)) or found
        return found

    def _remember(self, client: str) -> _Client:
        if len(self._known) >= MOST_CLIENTS:
            idle = next((name for name, one in self._known.items() if not one.under_way), None)
            if idle is not None:
                del self._known[idle]
        one = self._known[client] = _Client(self._settings.burst, self.clock())
        return one

    def _spend(self, one: _Client) -> None:
        rate = self._settings.rate
        if rate is None:
            return
        now = self.clock()
        one.allowed = min(self._settings.burst, one.allowed + (now - one.seen) * rate)
        one.seen = now
        if one.allowed < 1:
            found = f"wanted at most {rate:g} requests a second of one client, found more"
            raise _too_many(found, math.ceil((1 - one.allowed) / rate))
        one.allowed -= 1


def group(address: str) -> str:
    """The address that counts for one client; empty for what is none.

    >>> group("192.0.2.7"), group("::ffff:192.0.2.7"), group("2001:db8:1:2:3::4"), group("fe80::1%eth0"), group("me")
    ('192.0.2.7', '192.0.2.7', '2001:db8:1:2::/64', 'fe80::/64', '')
    """
    try:
        if ":" not in address:
            return socket.inet_ntop(socket.AF_INET, socket.inet_pton(socket.AF_INET, address))
        packed = socket.inet_pton(socket.AF_INET6, address.partition("%")[0])
    except (OSError, ValueError):
        return ""
    if packed.startswith(_MAPPED):
        return socket.inet_ntop(socket.AF_INET, packed[12:])
    return socket.inet_ntop(socket.AF_INET6, packed[:8] + bytes(8)) + "/64"


def _without_port(written: str) -> str:
    """Some proxies write ``192.0.2.7:1234`` and ``[2001:db8::1]:1234``."""
    if written.startswith("["):
        return written[1:].partition("]")[0]
    return written.partition(":")[0] if written.count(":") == 1 else written


def _too_many(detail: str, seconds: int) -> Problem:
    headers = {"Retry-After": str(max(1, seconds))}
    return Problem(HTTPStatus.TOO_MANY_REQUESTS, f"{detail}; try again in {max(1, seconds)} s", headers=headers)
