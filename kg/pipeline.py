"""The whole core in one pure function: documents in, N-Quads out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.document import Document
from kg.errors import DocumentError
from kg.loaders import load
from kg.rules import infer
from kg.vocab import shipped_vocabulary


@dataclass(frozen=True, slots=True)
class ConvertedDocument:
    """What came of one document.

    :ivar uri: where the document came from.
    :ivar format: name of the format it was read as.
    :ivar record: its key: IRI of its record node and graph.
    :ivar version: what tells newer copies of the record from older ones; the greater text is the newer.
    :ivar rank: of two copies with the same version, the one with the smaller rank is kept.
    :ivar sha256: checksum of the document's bytes.
    :ivar stated: N-Quads of what the document says, all in its own graph, in UTF-8.
    :ivar inferred: N-Quads of what follows from it, in the graphs of the rule sets, in UTF-8.
    """

    uri: str
    format: str
    record: str
    version: str
    rank: int
    sha256: str
    stated: bytes
    inferred: bytes


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a batch of documents, rejects included."""

    documents: tuple[ConvertedDocument, ...]
    rejected: tuple[DocumentError, ...]

    @property
    def nquads(self) -> bytes:
        """Every statement of the batch, in document order."""
        return b"".join(document.stated + document.inferred for document in self.documents)


def convert(documents: Iterable[Document], format_name: str, *, contacts: bool = False) -> Converted:
    """Turn a batch of documents of one format into N-Quads.

    Touches no file (but the package's own vocabulary tables), clock or network, so the same call runs in a loop, in
    ``multiprocessing.Pool.map`` or in Spark's ``mapPartitions``. The format travels by name because a module pickles
    badly and a name never does.

    :param documents: of one format, already split into single records; any number, read once.
    :param format_name: name of a module in ``kg/loaders``.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    :returns: quads in document order, each in its document's own graph or that of a rule set; bad documents are kept
        in ``rejected``, they never stop a batch.
    """
    source = load(format_name)
    vocabulary = shipped_vocabulary()
    done: list[ConvertedDocument] = []
    rejected: list[DocumentError] = []
    for document in documents:
        try:
            reading = source.read(document, contacts)
            done.append(
                ConvertedDocument(
                    uri=document.uri,
                    format=format_name,
                    record=reading.record,
                    version=reading.version,
                    rank=source.rank,
                    sha256=document.sha256,
                    stated="".join([record.nquads(reading.record) for record in reading.records]).encode(),
                    inferred=infer(reading, vocabulary).encode(),
                )
            )
        except DocumentError as error:
            rejected.append(error)
        except Exception as bug:
            bug.add_note(f"while converting {document.uri} as {format_name}")
            raise
    return Converted(tuple(done), tuple(rejected))
