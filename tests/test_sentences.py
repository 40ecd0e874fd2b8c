"""Where sentences end."""

import pytest

from copylint.annotate.sentences import sentences
from copylint.builtin import copylint_formats

CASES = {
    "plain": ["One ends here.", "Another begins!", "“Does it?”", "It does."],
    "title": ["We met Mr. Ito and Gen. Ruiz.", "They met St. John Rivers there."],
    "number": ["She lives at No. 10 now.", "He said no.", "Then he left."],
    "a word that could be one": ["The dog sat.", "Nobody moved.", "He felt ill.", "Doctors came."],
    "month": ["It fell on Feb. 16 and again on Dec. 2 last year.", "Nobody saw it."],
    "initials": ["J. R. Ewing met George W. Bush.", "They shook hands."],
    "company": ["Acme Inc. Chairman Jo Bloggs left.", "She joined Example Corp. The move was planned."],
    "letters": ["The U.S. Senate sat at 9 a.m. Tuesday.", "It rose at noon."],
    "ellipsis": ["He waited…", "Nothing came."],
}


@pytest.mark.parametrize("told", CASES.values(), ids=CASES.keys())
def test_sentences(told: list[str]) -> None:
    text = " ".join(told)
    wanted = [one for sentence in told for one in sentence.replace("Corp. The", "Corp.\0The").split("\0")]
    document = copylint_formats()[0].read("story", text)
    assert [text[start:end] for start, end in sentences(document)] == wanted
