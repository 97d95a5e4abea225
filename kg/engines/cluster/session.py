"""A connection to Spark whose workers have this package.

Reference: https://spark.apache.org/docs/latest/api/python/reference/pyspark.html
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from kg.engines.cluster import package
from kg.errors import KgError

if TYPE_CHECKING:
    from pyspark import SparkContext

HERE = "local[*]"
_SETTINGS = {
    "spark.app.name": "trialgraph",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}


class Cluster:
    """A running Spark, as :func:`connected` gives it.

    :ivar context: of Spark.
    :ivar parallelism: how many tasks run at once.
    """

    def __init__(self, context: SparkContext, archive: str) -> None:
        self.context = context
        self.parallelism = max(context.defaultParallelism, 1)
        self._archive = archive

    def calling(self, function: str, *given: object) -> Callable[[Iterable[Any]], Iterator[Any]]:
        """A function of ours for ``mapPartitions``, as workers can call it that have not imported us yet.

        :param function: such as ``kg.engines.spark.converted``: from an iterator, and what is given, to an iterator.
        :param given: plain values, for what is of our own classes could not be unpacked there.
        """
        archive, (module, _, name) = self._archive, function.rpartition(".")

        # Defined here so that it travels as code: a function of a module travels by name, which nobody there knows.
        def call(items: Iterable[Any]) -> Iterator[Any]:
            import importlib
            import os
            import sys

            from pyspark import SparkFiles

            place = os.path.join(SparkFiles.getRootDirectory(), archive)
            if place not in sys.path:
                sys.path.insert(0, place)
            found: Iterator[Any] = getattr(importlib.import_module(module), name)(items, *given)
            return found

        return call


@contextmanager
def connected(master: str | None = None) -> Iterator[Cluster]:
    """Spark, started or joined, and ended unless it ran before.

    :param master: such as ``local[4]``, ``local-cluster[2,1,1024]`` or ``spark://HOST:7077``; None for what runs in
        this process already, else for all cores of this machine.
    :raises KgError: when PySpark or Java is missing, or Spark does not start or breaks off.
    """
    try:
        import pyspark
    except ImportError as error:
        raise KgError("engine spark needs PySpark: pip install trialgraph[spark]") from error
    before = pyspark.SparkContext._active_spark_context
    context = before or _started(master or HERE)
    if context.environment.get("PYTHONHASHSEED") == "random":
        # Workers tell by the hash of a key which of them has it: with a seed each, two have the same.
        context.environment["PYTHONHASHSEED"] = "0"
    with tempfile.TemporaryDirectory() as folder, _without_tracebacks():
        try:
            archive = package.write(Path(folder))
            if not any(archive.name in listed for listed in context.listArchives):
                context.addArchive(str(archive))
            yield Cluster(context, archive.name)
        except Exception as error:
            if of_spark(error):
                raise KgError(f"spark: {_reason(error)}") from error
            raise
        finally:
            if before is None:
                context.stop()


def of_spark(error: Exception) -> bool:
    """Whether it is Spark that broke off, rather than something of ours on this side."""
    return type(error).__module__.startswith(("py4j", "pyspark"))


def _started(master: str) -> SparkContext:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway

    launch: Callable[..., Any] = launch_gateway

    if not shutil.which("java", path=_java_path()):
        raise KgError("engine spark needs Java 17 or newer: install it, or name its folder in JAVA_HOME")
    settings = dict(_SETTINGS)
    if master.startswith("local"):
        # Nobody else takes part, so nobody else needs to be heard.
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    conf = SparkConf().setMaster(master).setAll(list(settings.items()))
    with tempfile.TemporaryFile() as said:
        try:
            # What Java says while it starts is for nobody, as long as it starts.
            with _held_back(signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                gateway = SparkContext._gateway or launch(conf, popen_kwargs={"stderr": said})
            with warnings.catch_warnings(action="ignore"):
                # It tells of parts of its own that want another pandas, which are not used here.
                context = SparkContext(conf=conf, gateway=gateway)
        except Exception as error:
            said.seek(0)
            words = said.read().decode(errors="replace")
            raise KgError(
                f"spark: wanted to start at {master}, found {_reason(error)} {_last(words)}".rstrip()
            ) from error
    if master.startswith("local"):
        # The interpreter that runs this, not whichever is first on the path.
        context.pythonExec = os.environ.get("PYSPARK_PYTHON", sys.executable)
    if threading.current_thread() is threading.main_thread():
        _interrupt_whatever_comes()
    return context


def _interrupt_whatever_comes() -> None:
    """Let Ctrl-C interrupt where Spark cannot be told of it.

    PySpark 4.0 raises what comes of cancelling its jobs instead, so that what was asked for looked failed and was asked
    for again, document by document.
    """
    theirs = signal.getsignal(signal.SIGINT)

    def interrupted(number: int, frame: FrameType | None) -> NoReturn:
        try:
            if callable(theirs):
                theirs(number, frame)
        finally:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupted)


@contextmanager
def _held_back(*signals: signal.Signals) -> Iterator[None]:
    """Within it signals that Python would answer wait, and come at its end.

    PySpark throws away the folder in which it waits for word from Java when it is interrupted there. Java then fails
    to write it, and stays for ever with our standard output, ended by nobody.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    answered = {one: now for one in signals if callable(now := signal.getsignal(one))}
    for one in answered:
        signal.signal(one, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for one, answer in answered.items():
            signal.signal(one, answer)
    for number in came[:1]:
        signal.raise_signal(number)


@contextmanager
def _without_tracebacks() -> Iterator[None]:
    # What goes wrong between Python and Java is raised; Py4J would besides log a traceback, of Ctrl-C too.
    def ours(record: logging.LogRecord) -> bool:
        return "py4j" not in Path(record.pathname).parts

    log = logging.getLogger()
    log.addFilter(ours)
    try:
        yield
    finally:
        log.removeFilter(ours)


def _java_path() -> str:
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin") if home else os.environ.get("PATH", "")


def _last(words: str) -> str:
    return next((line.strip()[:200] for line in words.splitlines() if re.search(r"Exception|Error\b", line)), "")


def _reason(error: BaseException) -> str:
    """The line of an error that says most: of a failed task, what Python said last, else what Java did."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    raised = [line for line in lines if not line.startswith(("at ", "File ", "Traceback", "...")) and "Error: " in line]
    thrown = [line.removeprefix(": ") for line in lines if re.match(r": [\w.$]+(?:Exception|Error)\b", line)]
    return (raised or thrown or lines or [type(error).__name__])[0][:500]
