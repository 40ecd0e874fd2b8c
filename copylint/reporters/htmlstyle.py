"""How the proof page looks: on a screen by day and by night, on a narrow one, and in print."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLE = """
:root{color-scheme:light dark;--paper:#fffefb;--ink:#1c1b1a;--quiet:#5c5a56;--line:#dcd8d0;--card:#f6f3ec;
--error:#b3261e;--warning:#855300;--suggestion:#1a5fa6;--evidence:#5c5a56;
--error-tint:#fbe3e0;--warning-tint:#fcedd2;--suggestion-tint:#e0edfa;--evidence-tint:#efece5;--target:#ffe88a}
@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e9e6e0;--quiet:#a8a49c;--line:#3a3b3e;
--card:#212326;--error:#ff9a90;--warning:#f4c063;--suggestion:#8fbcf5;--evidence:#b5b1a9;
--error-tint:#46211f;--warning-tint:#40320f;--suggestion-tint:#1c3350;--evidence-tint:#2c2d30;--target:#6b5a00}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:84rem;padding:1.5rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:0}
p{margin:0}
a{color:var(--suggestion)}
a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible{
outline:2px solid var(--suggestion);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.quiet{color:var(--quiet)}
.failures{margin:1rem 0;padding:.75rem 1rem;border:2px solid var(--error);border-radius:.4rem}
.failures ul{margin:.25rem 0 0;padding-left:1.25rem}
form{margin:1rem 0;display:flex;flex-wrap:wrap;gap:.75rem;align-items:start}
fieldset{margin:0;padding:.25rem .75rem .5rem;border:1px solid var(--line);border-radius:.4rem;min-width:0;
display:flex;flex-wrap:wrap;gap:.25rem 1rem}
legend{color:var(--quiet);font-size:.85rem}
label{white-space:nowrap}
label b{color:var(--quiet);font-weight:400}
button{font:inherit;margin-top:.7rem;padding:.35rem .9rem;border:1px solid var(--line);border-radius:.4rem;
background:var(--card);color:var(--ink)}
table{border-collapse:collapse;margin:1rem 0;min-width:min(30rem,100%)}
caption{text-align:left;color:var(--quiet)}
th,td{text-align:left;padding:.3rem 1.25rem .3rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--quiet);font-size:.85rem}
.n{text-align:right;font-variant-numeric:tabular-nums}
article{border-top:2px solid var(--ink);padding-top:.75rem;margin-top:2rem}
.title{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;margin-bottom:1rem}
.row{display:grid;grid-template-columns:2.5rem minmax(0,38rem) minmax(0,1fr);column-gap:1rem}
.row.noted{border-bottom:1px solid var(--line);margin-bottom:.75rem}
.ln{color:var(--quiet);font-size:.75em;text-align:right;padding-top:.55em;user-select:none;
font-variant-numeric:tabular-nums}
.copy{font:1.06rem/1.65 Georgia,"Noto Serif","DejaVu Serif",serif;white-space:pre-wrap;margin-bottom:.9rem;
tab-size:4;unicode-bidi:plaintext}
.m,.e{color:inherit;background:none;text-decoration:underline 2px;text-underline-offset:.22em;
text-decoration-skip-ink:none;scroll-margin-top:4rem}
.m.error{text-decoration-style:wavy;text-decoration-color:var(--error);background:var(--error-tint)}
.m.warning{text-decoration-style:solid;text-decoration-color:var(--warning);background:var(--warning-tint)}
.m.suggestion{text-decoration-style:dashed;text-decoration-color:var(--suggestion);background:var(--suggestion-tint)}
.e{text-decoration:underline dotted 2px var(--evidence)}
.gap::before{content:"\\2038";font-weight:700}
.error.gap::before{color:var(--error)}
.warning.gap::before{color:var(--warning)}
.suggestion.gap::before{color:var(--suggestion)}
.ref{font:600 .66em/0 system-ui,sans-serif;vertical-align:super;user-select:none;white-space:nowrap}
.ref a{padding:0 .25em;margin-left:.1em;border-radius:.25em;
color:var(--paper);text-decoration:none}
.ref.error a{background:var(--error)}
.ref.warning a{background:var(--warning)}
.ref.suggestion a{background:var(--suggestion)}
.ref.of a{background:none;color:var(--evidence);box-shadow:inset 0 0 0 1px var(--evidence)}
.m:target,.e:target,.note:target{background:var(--target);outline:2px solid var(--ink)}
.notes{list-style:none;margin:0 0 .75rem;padding:0;font-size:.9rem;line-height:1.45}
.note{margin:0 0 .6rem;padding:.5rem .75rem;background:var(--card);border-left:4px solid var(--line);
border-radius:0 .3rem .3rem 0}
.note.error{border-left-color:var(--error)}
.note.warning{border-left-color:var(--warning)}
.note.suggestion{border-left-color:var(--suggestion)}
.head{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;font-size:.92em}
.no{display:inline-block;min-width:1.5em;padding:0 .3em;border-radius:.25em;text-align:center;font-weight:600;
color:var(--paper);text-decoration:none}
.error>.head .no{background:var(--error)}
.warning>.head .no{background:var(--warning)}
.suggestion>.head .no{background:var(--suggestion)}
.sev{font-weight:600}
.error>.head .sev{color:var(--error)}
.warning>.head .sev{color:var(--warning)}
.suggestion>.head .sev{color:var(--suggestion)}
.msg{margin:.2rem 0}
.cure ins,.cure del{font-family:Georgia,"Noto Serif","DejaVu Serif",serif;white-space:pre-wrap}
.cure ins{text-decoration:none;font-weight:600}
.where{list-style:none;margin:.2rem 0 0;padding:0}
.where b{color:var(--ink)}
.where a{font-variant-numeric:tabular-nums}
details{margin-top:.25rem}
summary{cursor:pointer;color:var(--quiet)}
@media (max-width:60rem){body{padding:1rem}
.row{grid-template-columns:2rem minmax(0,1fr)}.notes{grid-column:2}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--card:#fff;
--error:#a01008;--warning:#6d4400;--suggestion:#0d4680;--evidence:#444;
--error-tint:none;--warning-tint:none;--suggestion-tint:none;--evidence-tint:none;--target:none}
@page{margin:15mm}
body{max-width:none;padding:0;font-size:10pt}
form,.skip,.why,.top{display:none}
a{color:inherit}
.row{grid-template-columns:1.6rem minmax(0,1.35fr) minmax(0,1fr);column-gap:.6rem}
.notes{grid-column:3;font-size:8.5pt}
.copy{font-size:10.5pt}
.ref.error a,.ref.warning a,.ref.suggestion a,.note .head a.no{background:none;color:var(--ink);
box-shadow:inset 0 0 0 1px currentColor}
.note,tr,h2,.row.noted{break-inside:avoid}
.title{break-after:avoid}
.note{border:1px solid var(--line);border-left-width:4px}
.m:target,.e:target,.note:target{outline:none}}
"""


def style(severities: Iterable[str], rules: int) -> str:
    """The style sheet, with the filters: a box a severity (`#s-error`) and a choice of one rule (`#r3`).

    What a filter leaves out keeps its text: only its mark, its number and its note go.
    """
    filters = [(f"#s-{severity}:not(:checked)", f".{severity}") for severity in severities]
    filters += [(f"#r{number}:checked", f":not(.r{number})") for number in range(rules)]
    lines = [_STYLE.strip()]
    for chosen, left_out in filters:
        lines.append(f"body:has({chosen}) :is(.note,.ref){left_out}{{display:none}}")
        lines.append(f"body:has({chosen}) :is(.m,.e){left_out}{{all:unset}}")
        lines.append(f"body:has({chosen}) .gap{left_out}::before{{content:none}}")
    return "\n".join(lines)
