"""The same article in the two formats of PubMed gives the same graph but for what one format lacks."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.document import Document, Reading
from kg.loaders import medline, pubmed_xml
from kg.model import Correction, Evidence
from kg.pipeline import convert
from tests.made_nbib import nbib

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data/documents/pubmed-40975066.nbib"
SHIPPED_IN_XML = ROOT / "tests/golden/pubmed_xml/shipped_record.xml"
CORPUS = ROOT.parent / "shared/corpus"
NEEDS_CORPUS = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")

# Every difference that remains, by the last part of the property, with its reason.
OF_THE_FILE = dict.fromkeys(("format", "fileName", "byteSize", "sha256"), "the documents are two")
ONLY_XML = {
    "hasSubjectTerm": "plain records print names of MeSH and not their numbers",
    "publicationTypeConcept": "as above",
    "supplementaryType": "the kind of a supplementary concept is not printed",
    "sectionCategory": "NLM's category of a label is not printed",
    "cites": "references are not printed",
    "isoAbbreviation": "only NLM's own abbreviation is printed",
    "indexingMethod": "not printed",
    "equalContribution": "not printed",
    "articleVersion": "not printed",
    "abstractType": "not printed before every other abstract",
    "initials": "told from the given name only where they stand alone and are capitals",
}
ONLY_NBIB = {
    "initials": "of initials such as 'do Y' plain records give those that stand last",
    "bibliographicCitation": "PubMed's own line of how to cite; XML has its parts",
    "issnPrint": "XML has one ISSN and the linking one; plain records have all that the catalogue knows",
    "generalNote": "fields that cannot be read stay as notes; in XML their tags are told as an issue",
}
# Parts that may differ as a whole, by what their addresses hold.
PARTS = {
    "/section/": "labels not in capitals, and parts without one, are only seen where they are marked up",
    "/issue/": "see generalNote",
    "/event/": "a step with only a year or month is not printed, and those after it count from there",
    "/grant/": "acronyms that NLM has not given are taken for a part of the number",
}
PROPERTY = re.compile(r"<[^>]*[/#]([^/#>]*)>")


def facts(reading: Reading) -> set[str]:
    """Statements without evidence, and without brackets, in which plain records set what is raised or lowered."""
    made = "".join(r.nquads(reading.record) for r in reading.records if not isinstance(r, Evidence))
    return {re.sub(r"[()]", "", line.rsplit(" <", 1)[0]) for line in made.splitlines()}


def unexplained(xml: Reading, plain: Reading) -> set[str]:
    """Statements that only one of two readings makes and that no reason is given for."""
    found = set()
    for known, own, other in ((ONLY_XML, xml, plain), (ONLY_NBIB, plain, xml)):
        for fact in facts(own) - facts(other):
            name = PROPERTY.match(fact.split(" ", 1)[1])
            assert name
            is_part = any(part in fact for part in PARTS)
            # Plain records print the other article's number behind the words.
            is_number_added = "/correction/" in fact and name[1] == "text"
            if not (name[1] in known or name[1] in OF_THE_FILE or is_part or is_number_added):
                found.add(fact)
    return found


def texts(reading: Reading) -> list[tuple[str, str]]:
    return [(passage.field, re.sub(r"[()]", "", passage.words.text)) for passage in reading.passages]


@pytest.fixture(scope="module")
def both() -> tuple[Reading, Reading]:
    """The shipped record in XML and as it is shipped."""
    xml = pubmed_xml.read(Document("shipped.xml", SHIPPED_IN_XML.read_bytes()), False)
    return xml, medline.read(Document("shipped.nbib", SHIPPED.read_bytes()), False)


def test_shipped_record_is_the_same_document_in_both(both: tuple[Reading, Reading]):
    xml, plain = both
    assert (xml.record, xml.version) == (plain.record, plain.version)


def test_shipped_record_says_the_same_in_both(both: tuple[Reading, Reading]):
    assert unexplained(*both) == set()


def test_names_are_looked_for_in_the_same_words(both: tuple[Reading, Reading]):
    xml, plain = both
    assert texts(xml) == texts(plain)


def test_the_same_follows_from_the_shipped_record_in_both():
    inferred = []
    for path, name in ((SHIPPED_IN_XML, "pubmed_xml"), (SHIPPED, "medline")):
        (made,) = convert([Document(path.name, path.read_bytes())], name).documents
        lines = made.inferred.decode().splitlines()
        inferred.append({line for line in lines if not re.search(r"oa#(start|end|prefix|suffix|exact)>", line)})
    assert inferred[0] == inferred[1]


def test_an_article_of_one_day_is_kept_as_xml():
    assert pubmed_xml.FORMAT.rank < medline.FORMAT.rank


def test_a_related_article_is_known_by_its_number_though_its_doi_stands_before():
    source, number = "J Made Trials. 2017;15:1. doi: 10.1000/made.2.", "90000201"
    related = f'<CommentsCorrections RefType="RetractionIn"><RefSource>{source}</RefSource><PMID>{number}</PMID>'
    xml = f"<PubmedArticle><MedlineCitation><PMID>7</PMID><CommentsCorrectionsList>{related}</CommentsCorrections>"
    xml += "</CommentsCorrectionsList></MedlineCitation></PubmedArticle>"
    plain = f"PMID- 7\nRIN - {source} PMID: {number}\n"
    for source_format, body in ((pubmed_xml, xml), (medline, plain)):
        reading = source_format.read(Document("made", body.encode()), False)
        (made,) = (record for record in reading.records if isinstance(record, Correction))
        assert made.related_publication == "https://w3id.org/trialgraph/publication/pmid-90000201"


def members(archive: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(CORPUS / archive) as files:
        for name in files.namelist():
            if not name.endswith("/"):
                body = files.read(name)
                yield name, gzip.decompress(body) if name.endswith(".gz") else body


@pytest.fixture(scope="module")
def corpus() -> list[Document]:
    """Every article of the corpus in XML."""
    documents = [d for name, body in members("pubmed-xml.zip") for d in pubmed_xml.split(name, io.BytesIO(body))]
    return [document for document in documents if b"<Article" in document.body and b"<Book" not in document.body]


@NEEDS_CORPUS
def test_records_that_the_corpus_has_in_both_formats_say_the_same(corpus: list[Document]):
    """There are none today; other records may come."""
    plain: dict[str, list[Reading]] = defaultdict(list)
    for name, body in members("pubmed-nbib.zip"):
        for document in medline.FORMAT.split(name, io.BytesIO(body)):
            reading = medline.read(document, False)
            plain[reading.record].append(reading)
    for document in corpus:
        xml = pubmed_xml.read(document, False)
        for other in plain[xml.record]:
            assert xml.version != other.version or unexplained(xml, other) == set()


@NEEDS_CORPUS
def test_articles_of_the_corpus_say_the_same_when_printed_as_plain_records(corpus: list[Document]):
    """One in four, which takes seconds."""
    differing = {}
    for document in corpus[::4]:
        root = ElementTree.fromstring(document.body)  # noqa: S314  (files of our own)
        # Plain records do not print formulas.
        if formulas := [element for element in root.iter() if element.tag.endswith("math")]:
            for element in formulas:
                tail = element.tail
                element.clear()
                element.tail = tail
            document = Document(document.uri, ElementTree.tostring(root))
        article = root if root.tag in ("PubmedArticle", "MedlineCitation") else root[0]
        xml = pubmed_xml.read(document, False)
        plain = medline.read(Document("made.nbib", nbib(article).encode()), False)
        if found := unexplained(xml, plain):
            differing[document.uri] = found
    assert len(corpus) > 1000
    assert differing == {}
