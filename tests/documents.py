"""Documents made by hand, for tests that need no format."""

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
