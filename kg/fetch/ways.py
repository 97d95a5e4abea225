"""The way to a service: straight or by the proxy that the environment names, and whose certificates are trusted."""

from __future__ import annotations

import os
import re
import ssl
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError, ProxyError
from urllib3.util import create_urllib3_context

from kg.errors import FetchError

# Where companies name the authorities of their own that watch what leaves the house. OpenSSL heeds the first by itself,
# the others are those of the programs that most of them have set it for.
OWN_AUTHORITIES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
# X509_V_ERR_… of OpenSSL: what an authority that is not known leads to.
_UNKNOWN_AUTHORITY = frozenset({2, 18, 19, 20, 21})
_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})(.*)", re.DOTALL)
# What urllib3 says of itself before what happened.
_OWN_WORDS = re.compile(r"^(?:<[^>]*>|\w*Connection(?:Pool)?\([^()]*\)): ")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy as the environment names it.

    :ivar address: without what is needed to be let in, so that it can be told.
    :ivar entry: what it wants to be told before it lets in, if anything; for nobody but the proxy.
    """

    address: str
    entry: str | None = None


class Ways:
    """Connections to services, kept open between requests; each goes by the proxy for its address, or by none."""

    def __init__(self, timeout: urllib3.Timeout) -> None:
        self._timeout = timeout
        self._pools: dict[object, urllib3.PoolManager] = {}

    def request(
        self, method: str, url: str, headers: dict[str, str], body: str | None, passing: frozenset[int]
    ) -> urllib3.BaseHTTPResponse:
        """The answer to a request, its body unread; where it leads elsewhere, that is for the caller to follow.

        :param passing: statuses of a proxy that may be others later.
        :raises FetchError: where the way itself is closed: a proxy that refuses, a certificate that is not trusted.
        :raises HTTPError: for what may pass.
        """
        proxy = proxy_for(url)
        try:
            # Attempts are made where it is known what passes.
            pool = self._pool(proxy, urlsplit(url).scheme)
            answer = pool.request(
                method, url, body, headers=headers, redirect=False, preload_content=False, retries=False
            )
        except ProxyError as error:
            raise _closed(url, proxy, error, passing) from error
        except urllib3.exceptions.LocationValueError as error:
            raise FetchError(
                url, None, f"wanted an address of the web, such as https://example.org/api ({reason(error)})"
            ) from error
        except urllib3.exceptions.SSLError as error:
            raise _distrusted(url, error) or error from error
        if proxy and answer.status == 407:
            answer.close()
            raise FetchError(url, 407, f"the proxy {proxy.address} wants a name and a password that it knows")
        return answer

    def _pool(self, proxy: Proxy | None, scheme: str) -> urllib3.PoolManager:
        key = (proxy and proxy.address, proxy and proxy.entry, scheme)
        if key not in self._pools:
            # Hundreds of certificates are not read for nothing.
            secret = scheme == "https" or (proxy is not None and proxy.address.startswith("https:"))
            trusted = self._trusted if secret else None
            if proxy is None:
                self._pools[key] = urllib3.PoolManager(timeout=self._timeout, ssl_context=trusted)
            else:
                self._pools[key] = urllib3.ProxyManager(
                    proxy.address,
                    proxy_headers={"Proxy-Authorization": proxy.entry} if proxy.entry else {},
                    proxy_ssl_context=trusted,
                    timeout=self._timeout,
                    ssl_context=trusted,
                )
        return self._pools[key]

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        """The authorities of the machine and, beside them, those that the environment names."""
        named = {name: value for name in OWN_AUTHORITIES if (value := os.environ.get(name))}
        context = create_urllib3_context()
        context.load_default_certs()
        for name, value in named.items():
            path = Path(value)
            try:
                context.load_verify_locations(*((None, value) if path.is_dir() else (value, None)))
            except OSError as error:
                raise FetchError(name, None, f"wanted a file of certificates, found {value}: {error}") from error
        return context


def proxy_for(url: str) -> Proxy | None:
    """The proxy by which an address is asked, by ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.

    In either case, the lower one first, as everywhere; where none of them is set, by what macOS and Windows are set to.

    :raises FetchError: for what is no proxy, or one that speaks neither HTTP nor HTTPS.
    """
    parts, named = urlsplit(url), getproxies()
    name = parts.scheme if named.get(parts.scheme) else "all"
    if not named.get(name) or _is_spared(parts, named.get("no", "")):
        return None
    return _proxy(f"{name.upper()}_PROXY", named[name])


def _is_spared(parts: SplitResult, spared: str) -> bool:
    if proxy_bypass(parts.netloc.rpartition("@")[2]):
        return True
    # Ranges, such as 10.0.0.0/8, and addresses of IPv6 are what the standard library does not read.
    for one in spared.split(","):
        try:
            if ip_address(parts.hostname or "") in ip_network(one.strip().strip("[]"), strict=False):
                return True
        except ValueError:
            continue
    return False


def _proxy(variable: str, written: str) -> Proxy:
    """The proxy that is written in a variable; never told as it is written, for a password may stand in it."""
    try:
        parts = urlsplit(written.strip() if "://" in written else f"http://{written.strip()}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or "@" in parts.path + parts.query + parts.fragment:
        detail = "wanted a proxy such as http://proxy.example.org:3128 (in its password, # is written %23 and / %2F)"
        raise FetchError(variable, None, f"{detail}, found none")
    address = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}"
    if parts.scheme not in ("http", "https"):
        raise FetchError(variable, None, f"wanted a proxy that speaks HTTP, such as http://{host}, found {address}")
    if parts.username is None:
        return Proxy(address)
    names = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(address, f"Basic {b64encode(names.encode()).decode()}")


def _closed(url: str, proxy: Proxy | None, error: ProxyError, passing: frozenset[int]) -> Exception:
    """What a proxy that does not let through is told as: an end, or something that may pass."""
    said = f"the proxy {proxy.address if proxy else ''}"
    distrusted = _distrusted(proxy.address if proxy else url, error.original_error)
    refused = _TUNNEL.search(str(error.original_error))
    if refused and int(refused[1]) not in passing:
        wants = " (it wants a name and a password that it knows)" if refused[1] == "407" else ""
        return FetchError(url, None, f"{said} refuses with {reason(refused[1] + refused[2])}{wants}")
    return distrusted or HTTPError(f"{said}: {reason(refused[0] if refused else error.original_error)}")


def _distrusted(url: str, error: Exception) -> FetchError | None:
    """What a certificate that is not trusted is told as; None for other troubles of a secret way."""
    inner: BaseException | None = error
    while inner is not None and not isinstance(inner, ssl.SSLCertVerificationError):
        inner = next((one for one in inner.args if isinstance(one, Exception)), None) or inner.__cause__
    if inner is None:
        return None
    more = f"; name the file of your own authority in {OWN_AUTHORITIES[0]}"
    more = more if inner.verify_code in _UNKNOWN_AUTHORITY else ""
    return FetchError(url, None, f"wanted a certificate that is trusted, found: {inner.verify_message}{more}")


def reason(error: Exception | str) -> str:
    """What went wrong, in at most 200 letters of one line."""
    return " ".join(_OWN_WORDS.sub("", str(error)).split())[:200]
