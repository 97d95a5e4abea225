"""Who may see the figures of the service at ``/metrics``."""

from __future__ import annotations

from collections.abc import MutableMapping
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from typing import Any

from kg.service.front.metrics import Metrics
from kg.service.problems import Problem
from kg.service.settings import Settings


class Figures:
    """Shown at a port of their own to whoever reaches it, or at the service's own port to whoever has the token.

    :ivar port: that is for figures alone; None where there is none. Set anew where any port was wanted.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.port = settings.metrics_port
        self._metrics = metrics
        self._token = _token(settings.metrics_token_file)

    def is_here(self, scope: MutableMapping[str, Any]) -> bool:
        """Whether a request came at the port of figures, where nothing else is to be had.

        :param scope: of ASGI.
        """
        return self.port is not None and scope["server"][1] == self.port

    def text(self, scope: MutableMapping[str, Any], authorization: str | None) -> tuple[bytes, str]:
        """The figures and their media type.

        :param authorization: the header, such as ``Bearer 3f…``.
        :raises Problem: 404 where they are not shown at all, 401 for who has no token or another.
        """
        if not self.is_here(scope):
            if self._token is None:
                raise Problem(HTTPStatus.NOT_FOUND, "no figures are shown here")
            kind, _, found = (authorization or "").partition(" ")
            if kind.lower() != "bearer" or not compare_digest(found.strip().encode(), self._token):
                wanted = {"WWW-Authenticate": 'Bearer realm="metrics"'}
                raise Problem(HTTPStatus.UNAUTHORIZED, "wanted the token of the figures, found none", headers=wanted)
        return self._metrics.text()


def _token(file: Path | None) -> bytes | None:
    return None if file is None else file.read_text(encoding="utf-8").strip().encode()
