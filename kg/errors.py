"""Every error this package raises on purpose.

KgError
|-- DocumentError      a source document cannot be turned into records
|   `-- Unreadable     not the format it claims to be, or none that we know
|-- FetchError         a service on the internet refused or did not answer
|-- QueryError         a canned query, one of its arguments or a SPARQL text is wrong
`-- StoreError         the store refused to open, to load or to publish
    `-- BuildRefused   fewer documents or more rejects than was asked for
"""

from __future__ import annotations


class KgError(Exception):
    """Root of the tree; catching it catches everything that a user can mend."""


class DocumentError(KgError):
    """A source document cannot be turned into records.

    :ivar uri: the document: file, member and place.
    :ivar cause: a few words that are the same for every document rejected for this reason, to count by.
    :ivar detail: what was wanted and what was found.
    """

    def __init__(self, uri: str, cause: str, detail: str) -> None:
        super().__init__(f"{uri}: {cause}: {detail}")
        self.uri = uri
        self.cause = cause
        self.detail = detail

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str]]:
        # Exceptions with several arguments do not pickle by themselves, and rejects travel between processes.
        return type(self), (self.uri, self.cause, self.detail)


class Unreadable(DocumentError):
    """The document is not of the format it was taken for, or of none that we know."""


class FetchError(KgError):
    """A service on the internet refused, or did not answer though asked again.

    :ivar address: what was asked for.
    :ivar status: of the answer; None where there was none to speak of.
    """

    def __init__(self, address: str, status: int | None, detail: str) -> None:
        said = f"wanted an answer, found status {status}" if status else ""
        super().__init__(": ".join(part for part in (address, said, detail) if part))
        self.address = address
        self.status = status


class QueryError(KgError):
    """A canned query, one of its arguments or a SPARQL text is wrong."""


class StoreError(KgError):
    """The store refused to open, to load or to publish."""


class BuildRefused(StoreError):
    """A build met fewer documents than expected, or rejected ones where none were wanted; nothing was published.

    :ivar report: what it met, as :class:`kg.store.BuildReport`.
    """

    def __init__(self, message: str, report: object) -> None:
        super().__init__(message)
        self.report = report

    def __reduce__(self) -> tuple[type[BuildRefused], tuple[str, object]]:
        return type(self), (str(self), self.report)
