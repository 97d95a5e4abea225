"""Figures of a running service, in the format that Prometheus reads."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client.core import Metric

# Seconds: from an answer out of the cache (about 0.3 ms) to the usual timeout and beyond.
BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_BOUNDS = [*(str(bound) for bound in BUCKETS), "+Inf"]
_GAUGES = {
    "workers_busy": "Processes that work on a request now.",
    "workers_alive": "Processes that read the graph.",
    "queue_length": "Requests that wait for a process.",
    "cache_bytes": "Bytes of answers that are kept.",
}


@dataclass(slots=True)
class _Route:
    seconds: float = 0.0
    size: int = 0
    # How many ended up to each bound, and after the last.
    buckets: list[int] = field(default_factory=lambda: [0] * len(_BOUNDS))


class Metrics:
    """Counts answers and outcomes; used by one thread, that of the event loop.

    Numbers are kept here and handed to the client library only when they are read: its own counters take a lock each,
    3 times the time of this a request, and its import would hold up the start by a tenth of a second.
    """

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, int, bool]] = Counter()
        self._routes: defaultdict[str, _Route] = defaultdict(_Route)
        self._outcomes: Counter[str] = Counter()
        self._gauges: dict[str, Callable[[], float]] = {}
        self._snapshot: Callable[[], str] = str

    def answered(self, route: str, status: int, seconds: float, size: int, cached: bool) -> None:
        """Count an answer.

        :param route: one of few names, never a path: each becomes a row for good.
        :param size: bytes of the body as sent.
        :param cached: whether no worker was asked.
        """
        self._requests[route, status, cached] += 1
        one = self._routes[route]
        one.seconds += seconds
        one.size += size
        one.buckets[bisect_left(BUCKETS, seconds)] += 1

    def outcome(self, name: str) -> None:
        """Count what became of a request: ``timeout``, ``memory``, ``crash``, ``cancelled``, ``refused`` …"""
        self._outcomes[name] += 1

    def watch(
        self,
        *,
        workers_busy: Callable[[], float],
        workers_alive: Callable[[], float],
        queue_length: Callable[[], float],
        cache_bytes: Callable[[], float],
        snapshot: Callable[[], str],
    ) -> None:
        """Say where figures of this moment come from; each is called whenever the figures are read.

        :param snapshot: name of the snapshot that is served; empty where none is.
        """
        self._gauges = dict(zip(_GAUGES, (workers_busy, workers_alive, queue_length, cache_bytes), strict=True))
        self._snapshot = snapshot

    def text(self) -> tuple[bytes, str]:
        """All figures, those of this process too, and their media type."""
        from prometheus_client import CollectorRegistry, ProcessCollector
        from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

        registry = CollectorRegistry(auto_describe=False)
        ProcessCollector(registry=registry)
        registry.register(self)
        return generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4

    def collect(self) -> Iterator[Metric]:
        """The figures as the client library takes them."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

        requests = CounterMetricFamily(
            "trialgraph_requests", "Requests answered.", labels=("route", "status", "cached")
        )
        for (route, status, cached), count in self._requests.items():
            requests.add_metric((route, str(status), "yes" if cached else "no"), count)
        took = "Seconds from the head of a request to the end of its answer."
        seconds = HistogramMetricFamily("trialgraph_request_seconds", took, labels=("route",))
        sizes = CounterMetricFamily("trialgraph_response_bytes", "Bytes of bodies as sent.", labels=("route",))
        for route, one in self._routes.items():
            seconds.add_metric((route,), list(_summed(one.buckets)), one.seconds)
            sizes.add_metric((route,), one.size)
        became = "What became of requests: timeout, memory, crash, cancelled and others."
        outcomes = CounterMetricFamily("trialgraph_outcomes", became, labels=("outcome",))
        for name, count in self._outcomes.items():
            outcomes.add_metric((name,), count)
        yield from (requests, seconds, sizes, outcomes)
        for name, value in self._gauges.items():
            yield GaugeMetricFamily(f"trialgraph_{name}", _GAUGES[name], value())
        served = GaugeMetricFamily("trialgraph_snapshot_info", "The snapshot that is served.", labels=("snapshot",))
        if snapshot := self._snapshot():
            served.add_metric((snapshot,), 1)
        yield served


def _summed(buckets: list[int]) -> Iterator[tuple[str, float]]:
    """Bounds, each with how many ended up to it."""
    so_far = 0
    for bound, count in zip(_BOUNDS, buckets, strict=True):
        so_far += count
        yield bound, so_far
