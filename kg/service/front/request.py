"""A request as the server hands it over, with the headers that answers depend on."""

from __future__ import annotations

import re
from functools import lru_cache
from http import HTTPStatus

from kg.service.asgi import Receive, Scope
from kg.service.problems import Problem

_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
# Of changes (RFC 9110, section 13.1); a question has but one, which names answers that the client has.
CONDITIONS = (b"if-match", b"if-none-match", b"if-unmodified-since")
_KEPT = frozenset(
    (
        *(b"accept", b"accept-encoding", b"authorization", b"content-encoding", b"content-length", b"content-type"),
        *(b"host", b"origin", b"content-range", *CONDITIONS),
    )
)


class Request:
    """Method, address and headers.

    :ivar path: as it was sent, percent signs and all.
    :ivar query: what follows the question mark, as it was sent.
    :ivar key: what an answer from the cache is found by, beside the snapshot.
    """

    __slots__ = ("_headers", "coding", "is_head", "key", "method", "path", "query", "scope")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        self.is_head = self.method == "HEAD"
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        self.path = raw.partition(b"?")[0]
        self.query: bytes = scope["query_string"]
        self._headers: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in _KEPT:
                before = self._headers.get(name)
                self._headers[name] = value if before is None else before + b", " + value
        self.coding = coding_of(self._headers.get(b"accept-encoding", b""))
        accept, host = self._headers.get(b"accept", b""), self._headers.get(b"host", b"")
        self.key = (self.path, self.query, accept, self.coding, host)

    @property
    def size(self) -> int:
        """Bytes of the key."""
        return sum(map(len, self.key[:3])) + len(self.key[4])

    def header(self, name: bytes) -> str | None:
        """A header as text, entries of several joined by commas; None where it is absent."""
        value = self._headers.get(name)
        return None if value is None else value.decode("latin-1")

    @property
    def is_old(self) -> bool:
        """Whether the client knows no answers without a length (HTTP/1.0)."""
        return self.scope.get("http_version") == "1.0"

    def root(self, public: str | None) -> str:
        """Scheme and authority that the client asked.

        :param public: as the settings have it, which counts more.
        :raises Problem: for a Host header that is none.
        """
        if public:
            return public.rstrip("/")
        host = self.header(b"host") or "localhost"
        if not _HOST.fullmatch(host):
            raise Problem(HTTPStatus.BAD_REQUEST, f"wanted a Host header with a name and port, found {host[:80]!r}")
        return f"{self.scope.get('scheme', 'http')}://{host}"

    async def body(self, receive: Receive, most: int) -> bytes:
        """The whole body.

        :param most: bytes.
        :raises Problem: for a longer one, one that is packed, or one that breaks off.
        """
        packed = self.header(b"content-encoding")
        if packed and packed.lower() != "identity":
            detail = f"wanted a body that is not packed, found Content-Encoding {packed[:40]}"
            raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, headers={"Accept-Encoding": "identity"})
        length = self.header(b"content-length") or ""
        if length.isdecimal() and int(length) > most:
            raise _too_large(most)
        found = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Problem(HTTPStatus.BAD_REQUEST, "the body broke off", outcome="cancelled")
            found += message.get("body", b"")
            if len(found) > most:
                raise _too_large(most)
            if not message.get("more_body"):
                return bytes(found)


def _too_large(most: int) -> Problem:
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"wanted at most {most:,} bytes, found more")


@lru_cache(maxsize=256)
def coding_of(accept: bytes) -> str:
    """The content coding to answer with: ``zstd``, ``gzip`` or empty for none (RFC 9110, section 12.5.3).

    >>> coding_of(b"gzip;q=1.0, zstd"), coding_of(b"gzip, br"), coding_of(b"zstd;q=0, *"), coding_of(b"identity")
    ('zstd', 'gzip', 'gzip', '')
    """
    wanted: dict[str, float] = {}
    for entry in accept.decode("latin-1").lower().split(","):
        name, *parameters = (part.strip() for part in entry.split(";"))
        weight = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        try:
            wanted[name] = float(weight)
        except ValueError:
            wanted[name] = 0.0
    rest = wanted.get("*", 0.0)
    # Where both are wanted alike, the quicker one.
    weights = {name: wanted.get(name, rest) for name in ("zstd", "gzip")}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 and weights[best] >= wanted.get("identity", 0.0) else ""
