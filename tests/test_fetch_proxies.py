"""Fetching by the proxy that the environment names, and not by it where it says so; its password is told to nobody."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch import pubmed
from kg.fetch.folder import Folder
from kg.fetch.ways import proxy_for
from kg.fetch.web import Web
from tests.fetch_server import Service, serving
from tests.proxy_server import Proxy, proxying

SPOKEN = "pa:ss@wört/#"
WRITTEN = "pa%3Ass%40w%C3%B6rt%2F%23"


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """What stands between."""
    with proxying() as found:
        yield found


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch, proxy: Proxy) -> Callable[..., None]:
    """The proxy in a variable of the environment."""

    def name(variable: str, form: str = "http://{}") -> None:
        monkeypatch.setenv(variable, form.format(proxy.place))

    return name


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("form", ["http://{}", "http://{}/", "{}"])
def test_the_proxy_that_the_environment_names_is_asked(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], variable: str, form: str
):
    named(variable, form)
    assert b"dataTimestamp" in web.ask(f"{service.url}/version", {"a": "1"})
    assert [(method, target) for method, target, _ in proxy.asked] == [("GET", f"{service.url}/version?a=1")]
    assert service.asked_for("/version") == [{"a": "1"}]


def test_what_is_sent_in_a_body_goes_by_the_proxy_too(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], tmp_path: Path
):
    named("http_proxy")
    service.articles = dict.fromkeys((1, 2), date(2020, 1, 1))
    found = pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url), query="x", today=date(2026, 11, 21))
    assert (found.records, [method for method, _, _ in proxy.asked]) == (2, ["POST"] * 3)


def test_a_file_comes_by_the_proxy_as_it_is(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], tmp_path: Path
):
    named("http_proxy")
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    service.packed = ".gz"
    body = service.files["/baseline/pubmed26n0001.xml.gz"]
    md5 = hashlib.md5(body).hexdigest()  # noqa: S324
    web.download(f"{service.url}/baseline/pubmed26n0001.xml.gz", tmp_path / "x.gz", md5)
    assert (tmp_path / "x.gz").read_bytes() == body
    assert len(proxy.asked) == 1


@pytest.mark.parametrize(
    "spared", ["127.0.0.1", "*", "example.org, 127.0.0.1", "127.0.0.0/8", "{host}", "10.0.0.0/8,127.0.0.1/32", ".0.0.1"]
)
@pytest.mark.parametrize("variable", ["no_proxy", "NO_PROXY"])
def test_what_is_spared_is_asked_straight(
    service: Service,
    web: Web,
    proxy: Proxy,
    named: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    spared: str,
    variable: str,
):
    named("ALL_PROXY")
    monkeypatch.setenv(variable, spared.format(host=service.url.removeprefix("http://")))
    web.ask(f"{service.url}/version", {})
    assert proxy.asked == []


@pytest.mark.parametrize("spared", ["", "10.0.0.0/8", "example.org", "27.0.0.1", "127.0.0.1:1", "::/0", "nonsense/8"])
def test_what_is_not_spared_goes_by_the_proxy(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], monkeypatch: pytest.MonkeyPatch, spared: str
):
    named("HTTP_PROXY")
    monkeypatch.setenv("NO_PROXY", spared)
    web.ask(f"{service.url}/version", {})
    assert len(proxy.asked) == 1


@pytest.mark.parametrize(("spared", "by"), [("::1", False), ("[::1]", False), ("::/64", False), ("127.0.0.1", True)])
def test_addresses_of_either_kind_are_spared(monkeypatch: pytest.MonkeyPatch, spared: str, by: bool):
    monkeypatch.setenv("http_proxy", "http://[fd00::2]:3128")
    monkeypatch.setenv("no_proxy", spared)
    found = proxy_for("http://[::1]:8080/x")
    assert (found.address if found else None) == ("http://[fd00::2]:3128" if by else None)


def test_an_empty_variable_in_small_letters_names_none(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    named("HTTP_PROXY")
    monkeypatch.setenv("http_proxy", "")
    web.ask(f"{service.url}/version", {})
    assert proxy.asked == []


def test_each_step_of_a_redirect_goes_its_own_way(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    named("HTTP_PROXY")
    with serving() as elsewhere:
        monkeypatch.setenv("NO_PROXY", elsewhere.url.removeprefix("http://"))
        service.troubles = [(302, f"{elsewhere.url}/version")]
        web.ask(f"{service.url}/version", {})
        assert [target for _, target, _ in proxy.asked] == [f"{service.url}/version"]
        assert [len(one.asked) for one in (service, elsewhere)] == [1, 1]


def test_who_asks_is_told_to_the_proxy_and_to_nobody_else(
    service: Service, web: Web, proxy: Proxy, named: Callable[..., None]
):
    proxy.entry = f"hospital\\me:{SPOKEN}"
    named("HTTP_PROXY", f"http://hospital%5Cme:{WRITTEN}@{{}}")
    web.ask(f"{service.url}/version", {})
    assert base64.b64decode(proxy.asked[0][2]["Proxy-Authorization"].split()[1]).decode() == proxy.entry
    assert not [name for _, _, headers in service.asked for name in headers if "auth" in name.lower()]


def fetched(service: Service, folder: Path) -> int:
    return main(["fetch", "ctgov", "--all", "--to", str(folder), "--url", service.url])


@pytest.mark.parametrize("entry", ["", f"me:{WRITTEN}@"])
def test_a_proxy_that_wants_another_password_is_told_at_once_without_ours(
    service: Service,
    proxy: Proxy,
    named: Callable[..., None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    entry: str,
):
    proxy.entry = "me:other"
    named("HTTP_PROXY", f"http://{entry}{{}}")
    assert fetched(service, tmp_path) == 2
    assert capsys.readouterr().err == (
        f"kg: {service.url}/version: wanted an answer, found status 407: "
        f"the proxy http://{proxy.place} wants a name and a password that it knows\n"
    )
    assert len(proxy.asked) == 1


def test_a_proxy_that_is_not_there_is_named_without_its_password(
    service: Service, web: Web, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
):
    monkeypatch.setenv("HTTP_PROXY", f"http://me:{WRITTEN}@127.0.0.1:1")
    with pytest.raises(FetchError, match=r"found the proxy http://127\.0\.0\.1:1: .*Connection refused at each of 8"):
        web.ask(f"{service.url}/version", {})
    assert len([pause for pause in pauses if pause > 0.4]) == 7


def test_a_proxy_without_a_place_is_named(service: Service, web: Web, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://me:secret@proxy.invalid:3128")
    with pytest.raises(FetchError, match=r"found the proxy http://proxy\.invalid:3128: ") as told:
        web.ask(f"{service.url}/version", {})
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "socks5h://me:secret@127.0.0.1:1080",
            r"^ALL_PROXY: wanted a proxy that speaks HTTP, such as http://127\.0\.0\.1, "
            r"found socks5h://127\.0\.0\.1:1080$",
        ),
        ("http://me:se#cret@127.0.0.1:3128", r"^ALL_PROXY: wanted a proxy such as http://proxy.*, found none$"),
        ("http://me:12/secret@127.0.0.1:3128", r"^ALL_PROXY: wanted a proxy such as"),
        ("http://me:secret@127.0.0.1:many", r"^ALL_PROXY: wanted a proxy such as"),
        ("http://me:secret@", r"^ALL_PROXY: wanted a proxy such as"),
    ],
)
def test_what_is_no_proxy_is_told_at_once_without_its_password(
    service: Service, web: Web, monkeypatch: pytest.MonkeyPatch, pauses: list[float], written: str, said: str
):
    monkeypatch.setenv("ALL_PROXY", written)
    with pytest.raises(FetchError, match=said) as told:
        web.ask(f"{service.url}/version", {})
    assert "secret" not in str(told.value)
    assert "cret" not in str(told.value)
    assert pauses == []
