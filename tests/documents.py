"""Documents made by hand, for tests that need no format, and what a document was read as."""

from copylint.document import Block, Document, Meta, Segment, Span


def paragraphs(*texts: str, kind: str = "paragraph", meta: Meta | None = None) -> Document:
    """A document whose source is its text: paragraphs parted by a blank line."""
    blocks, segments, at = [], [], 0
    for text in texts:
        span = Span(at, at + len(text))
        blocks.append(Block(kind, span))
        segments.append(Segment(span, span))
        at = span.end + 2
    text = "\n\n".join(texts)
    return Document("story.txt", text, text, blocks, segments, (), meta or Meta())


def texts(document: Document) -> list[str]:
    """The copy, block by block."""
    return [document.text[block.span.start : block.span.end] for block in document.blocks]


def blocks(document: Document) -> list[tuple[str, str]]:
    """The kind of each block, and its copy."""
    return [(block.kind, text) for block, text in zip(document.blocks, texts(document), strict=True)]


def written(document: Document, text: str) -> str:
    """The source that the first place of a text was read from."""
    start = document.text.index(text)
    source = document.source_span(Span(start, start + len(text)))
    return document.source[source.start : source.end]
