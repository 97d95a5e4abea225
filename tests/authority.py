"""A certificate authority of a company of its own, made by the ``openssl`` command."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
# What newer Pythons ask of a certificate.
_AUTHORITY = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign", "subjectKeyIdentifier=hash"]


class Authority:
    """It signs certificates of services.

    :ivar certificate: its own, which a client must know.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.certificate = folder / "authority.pem"
        named = ["-subj", "/CN=Authority of the house", "-days", "2", "-keyout", "authority.key", "-out"]
        self._openssl("req", "-x509", *_KEY, *named, "authority.pem", *(w for e in _AUTHORITY for w in ("-addext", e)))

    def signed(self, name: str) -> ssl.SSLContext:
        """For a server of a name, such as ``IP:127.0.0.1``."""
        self._openssl("req", *_KEY, "-subj", "/CN=service", "-keyout", "service.key", "-out", "service.csr")
        (self._folder / "of").write_text(f"subjectAltName={name}\nauthorityKeyIdentifier=keyid\n")
        by = ["-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "2", "-extfile", "of"]
        self._openssl("x509", "-req", "-in", "service.csr", *by, "-out", "service.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._folder / "service.pem", self._folder / "service.key")
        return context

    def _openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self._folder, check=True, capture_output=True)
