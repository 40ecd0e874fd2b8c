"""What hypothesis makes documents from."""

from __future__ import annotations

from hypothesis import strategies as st

# Prose that each format can hold: words, the marks of news copy, and what a format could take for markup.
_LETTERS = "abcdeimnorstuABCDEMNRST\u00e9\u00fc\u0430\u4e2d\U0001f600e\u0301"
_INNER = _LETTERS + "0123456789'\u2019-\u2013.,;&<>*_`#|\\[](){}!?%$/+=~^\"\u201c\u201d\u2018\u2014"
_words = st.text(_INNER, min_size=1, max_size=8)


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    words = draw(st.lists(_words, min_size=1, max_size=12))
    spaces = st.sampled_from(" \n" if draw(st.booleans()) else " ")
    between = draw(st.lists(spaces, min_size=len(words) - 1, max_size=len(words) - 1))
    middle = "".join(word + space for word, space in zip(words, [*between, ""], strict=True))
    # It begins and ends as a sentence does; its lines begin in lower case, as wrapped ones mostly do.
    return ("So " + middle + " it was.").replace("\n", " then and so on\nand ")


prose = st.lists(_paragraph(), min_size=1, max_size=5)
"""Paragraphs of prose as `tests.writers` takes them: they read back as the same blocks in every format."""

choices = st.lists(st.booleans(), max_size=60)

_MARKUP = (
    "\n \r\n \r \t \f \n\n ' \" # * - + _ ** ` ``` ~~ > | [ ] ( ) ! ![ ]( < > & ; &amp; &#39; &nbsp; &lt &x "
    "\\ $ $$ {{< >}} {{ }} {% %} --- +++ title: : - a: 'b' | <p> </p> <b> </b> <br> <code> </code> <li> <ul> "
    "</ul> <td> <table> </table> <!-- --> <!--x--> <script> </script> <title> </title> <h1> </h1> <sup> "
    "</sup> <svg> </svg> <nav> </nav> <img alt='x y' <blockquote> </blockquote> = copylint: "
    'https:// www. @ .org 1. {:.x} {:toc} {# #} {/* */} ::: :::tip [TOC] !!! ??? {{<x>}} {{x}} ;;; {"title":"x"} ](x) [x](y) '
    "<p\thidden> <span\thidden> </span> aria-hidden='true' {%comment%} {%endcomment%} Advertisement "
    "\u2028 \x85 \u00a0 \u200b \ufeff \ufffc \x1a \u00e9 \U0001f600 one two Three. four, five"
).split(" ")
markup = st.lists(st.one_of(st.sampled_from([*_MARKUP, " "]), st.text(max_size=3)), max_size=40).map("".join)
"""Text full of what the formats mind."""
