"""Who may do what not everybody may: whoever has the token of a file."""

from __future__ import annotations

import hmac
import stat
from http import HTTPStatus
from pathlib import Path

from kg.errors import KgError
from kg.service.problems import Problem

# 16 letters of base 64 are 96 bits, which nobody guesses over a network.
SHORTEST = 16


def token_of(file: Path) -> bytes:
    """The token in a file.

    :raises KgError: when it cannot be read, is too short to keep anybody out, or may be read by everybody here.
    """
    try:
        found, mode = file.read_bytes().strip(), file.stat().st_mode
    except OSError as error:
        raise KgError(f"{file}: wanted a file with a token, found: {error.strerror}") from error
    if len(found) < SHORTEST:
        raise KgError(f"{file}: wanted a token of at least {SHORTEST} bytes, found {len(found)}")
    if mode & stat.S_IROTH:
        raise KgError(
            f"{file}: wanted a token that not everybody may read, found mode {mode & 0o777:o}; chmod 600 does it"
        )
    return found


def authorised(header: str | None, token: bytes) -> None:
    """Let a request through that has the token; comparing takes as long whatever it has.

    :param header: ``Authorization`` of the request.
    :raises Problem: 401 without a token, 403 with another.
    """
    scheme, _, found = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not found.strip():
        asking = {"WWW-Authenticate": 'Bearer realm="trialgraph"'}
        raise Problem(HTTPStatus.UNAUTHORIZED, "wanted Authorization: Bearer and the token", headers=asking)
    if not hmac.compare_digest(found.strip().encode("latin-1", "replace"), token):
        raise Problem(HTTPStatus.FORBIDDEN, "wanted the token of this service, found another")
