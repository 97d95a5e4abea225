"""Certificates that are trusted: those of the machine and of a company's own authority, straight and by a proxy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch.ways import OWN_AUTHORITIES
from kg.fetch.web import Web
from tests.authority import Authority
from tests.fetch_server import Service, serving
from tests.proxy_server import proxying

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl command to make certificates with")
SECRET_WAY = ("https_proxy", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def secret(service: Service, authority: Authority) -> Iterator[Service]:
    """A service whose certificate is of the company's own authority."""
    assert service.url
    with serving(authority.signed("IP:127.0.0.1")) as found:
        yield found


@pytest.fixture(autouse=True)
def unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names no authority."""
    for name in OWN_AUTHORITIES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("variable", OWN_AUTHORITIES)
def test_an_authority_that_the_environment_names_is_trusted(
    secret: Service, web: Web, authority: Authority, monkeypatch: pytest.MonkeyPatch, variable: str
):
    monkeypatch.setenv(variable, str(authority.certificate))
    assert b"dataTimestamp" in web.ask(f"{secret.url}/version", {})


def test_each_authority_is_trusted_beside_the_others(
    secret: Service, web: Web, authority: Authority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(Authority(other).certificate))
    assert b"dataTimestamp" in web.ask(f"{secret.url}/version", {})


def test_a_certificate_that_is_not_trusted_is_told_at_once(
    secret: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["fetch", "ctgov", "--all", "--to", str(tmp_path), "--url", secret.url]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"kg: {secret.url}/version: wanted a certificate that is trusted, found: ")
    assert told.endswith("; name the file of your own authority in SSL_CERT_FILE\n")
    assert told.count("\n") == 1
    assert secret.asked == []


def test_a_certificate_of_another_name_is_told_at_once(
    service: Service, web: Web, authority: Authority, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
):
    assert service.url
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    said = r"/version: wanted a certificate that is trusted, found: .*certificate is not valid for '127\.0\.0\.1'\.?$"
    with serving(authority.signed("DNS:example.org")) as other, pytest.raises(FetchError, match=said):
        web.ask(f"{other.url}/version", {})
    assert pauses == []


@pytest.mark.parametrize("variable", OWN_AUTHORITIES)
@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_certificates_that_is_none_is_told_at_once(
    secret: Service, web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, content: str | None
):
    path = tmp_path / "none.pem"
    if content:
        path.write_text(content)
    monkeypatch.setenv(variable, str(path))
    with pytest.raises(FetchError, match=rf"^{variable}: wanted a file of certificates, found {path}: "):
        web.ask(f"{secret.url}/version", {})


@pytest.mark.parametrize("variable", SECRET_WAY)
def test_a_secret_way_goes_by_a_tunnel_and_the_proxy_sees_nothing_else(
    secret: Service, web: Web, authority: Authority, monkeypatch: pytest.MonkeyPatch, variable: str
):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.certificate))
    with proxying() as proxy:
        proxy.entry = "me:secret"
        monkeypatch.setenv(variable, f"http://me:secret@{proxy.place}")
        for _ in range(2):
            web.ask(f"{secret.url}/version", {"api_key": "hidden"}, post=True)
        assert [(method, target) for method, target, _ in proxy.asked] == [
            ("CONNECT", secret.url.removeprefix("https://"))
        ]
        assert "hidden" not in str(proxy.asked)
    assert [fields for _, fields, _ in secret.asked] == [{"api_key": "hidden"}] * 2
    assert not [name for _, _, headers in secret.asked for name in headers if "auth" in name.lower()]


def test_a_proxy_is_itself_asked_in_secret_where_its_address_says_so(
    secret: Service, web: Web, authority: Authority, monkeypatch: pytest.MonkeyPatch
):
    context = authority.signed("IP:127.0.0.1")
    with proxying(context) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"https://{proxy.place}")
        with pytest.raises(FetchError, match=rf"^https://{proxy.place}: wanted a certificate that is trusted, found"):
            Web(1e6).ask(f"{secret.url}/version", {})
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
        assert b"dataTimestamp" in web.ask(f"{secret.url}/version", {})
        assert [method for method, _, _ in proxy.asked] == ["CONNECT"]


@pytest.mark.parametrize(
    ("status", "entry", "said"),
    [
        (403, None, r"/version: the proxy http://{} refuses with 403 Forbidden$"),
        (None, "me:other", r"/version: the proxy http://{} refuses with 407 Proxy Authentication Required \(it wants"),
        (503, None, r"found the proxy http://{}: Tunnel connection failed: 503 Service Unavailable at each of 8"),
    ],
)
def test_a_tunnel_that_is_refused_names_the_proxy_without_its_password(
    secret: Service,
    web: Web,
    monkeypatch: pytest.MonkeyPatch,
    status: int | None,
    entry: str | None,
    said: str,
):
    with proxying() as proxy:
        proxy.entry, proxy.refusal = entry, status
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@{proxy.place}")
        with pytest.raises(FetchError, match=said.format(proxy.place)) as told:
            web.ask(f"{secret.url}/version", {})
        assert "secret" not in str(told.value)
        assert len(proxy.asked) == (8 if status == 503 else 1)


def test_a_certificate_that_is_not_trusted_is_told_behind_a_proxy_too(
    secret: Service, web: Web, monkeypatch: pytest.MonkeyPatch
):
    with proxying() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.place}")
        with pytest.raises(FetchError, match=rf"^{secret.url}/version: wanted a certificate that is trusted, found"):
            web.ask(f"{secret.url}/version", {})
