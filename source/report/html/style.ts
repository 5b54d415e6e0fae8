/** The colours of both schemes, and the charts that are drawn with them. */
export const chartStyle = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --dim: #59636e; --line: #d5dae0; --card: #f5f7f9; --accent: #5b3fb5;
  --right: 26, 127, 55; --wrong: 207, 34, 46;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e7eaee; --dim: #9aa5b1; --line: #333a42; --card: #1c2127; --accent: #b9a5ff;
    --right: 63, 185, 80; --wrong: 248, 81, 73;
  }
}
.plot { font: 13px system-ui, sans-serif; }
.plot text { fill: var(--dim); }
.plot .paper { fill: var(--paper); }
.plot .title { fill: var(--ink); font-weight: 600; font-size: 14px; }
.plot .end { fill: var(--ink); font-weight: 600; }
.plot .end.test { fill: var(--accent); }
.plot .grid { stroke: var(--line); fill: none; }
.plot .axis { stroke: var(--dim); fill: none; }
.plot .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.plot .curve.test { stroke: var(--accent); }
.plot .curve.train { stroke: var(--ink); stroke-dasharray: 5 4; }
.plot .mark { stroke-width: 1.5; }
.plot .mark.test { fill: var(--accent); stroke: var(--accent); }
.plot .mark.train { fill: var(--paper); stroke: var(--ink); }`;

/** How the page looks on a screen of any width, in both schemes, and on paper. */
export const pageStyle = `${chartStyle}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0; font-size: 1.25rem; font-weight: 600; }
h2 { margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: 1.2rem; }
p { margin: .5rem 0; max-width: 44rem; }
.dim, figcaption { color: var(--dim); }
.result { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin: .25rem 0; }
.result strong { font-size: 3.5rem; line-height: 1.15; white-space: nowrap; }
.result span { font-size: 1.25rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.plot { display: block; width: 100%; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; }
.pairs th, .pairs td { text-align: left; }
.pairs th { font-weight: 400; vertical-align: top; color: var(--dim); }
.matrix td, .matrix th { padding: .25rem .4rem; border: 0; }
.matrix tbody td { width: 2.9rem; min-width: 2.3rem; text-align: center; border: 1px solid var(--paper); background: var(--card); }
.matrix tbody td.right { background: rgba(var(--right), .22); font-weight: 600; }
.matrix tbody td.none { color: var(--dim); }
.matrix .edge { background: none; color: var(--dim); font-weight: 400; white-space: nowrap; }
.matrix thead th { text-align: center; }
.matrix tbody td.edge { width: auto; background: none; border: 0; text-align: right; }
.matrix thead th.edge { text-align: right; }
.wrong-1 { background: rgba(var(--wrong), .10) !important; }
.wrong-2 { background: rgba(var(--wrong), .22) !important; }
.wrong-3 { background: rgba(var(--wrong), .38) !important; }
.wrong-4 { background: rgba(var(--wrong), .58) !important; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); gap: .75rem; }
figure { margin: 0; }
.cards figure { padding: .6rem; background: var(--card); border-radius: .4rem; break-inside: avoid; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.cards img { width: 100%; height: auto; }
.cards figcaption { margin-top: .4rem; font-size: .88rem; line-height: 1.35; }
.cards b { color: var(--ink); }
.sum { font-variant-numeric: tabular-nums; }
.sum span { white-space: nowrap; }
img { image-rendering: pixelated; background: var(--paper); border: 1px solid var(--line); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin: .5rem 0; font-size: .9rem; }
.key { display: inline-block; width: .8em; height: .8em; margin-right: .35em; }
.key.more { background: rgb(217, 119, 6); }
.key.less { background: rgb(46, 116, 245); }
.key.grey { background: rgba(128, 128, 128, .35); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(3.5rem, 1fr)); gap: .35rem; }
.tiles figure { break-inside: avoid; }
.tiles img { display: block; width: 100%; height: auto; }
.tiles figcaption { font-size: .7rem; line-height: 1.3; text-align: center; white-space: nowrap; }
.tiles .dead { opacity: .55; }
.rows td, .rows th { text-align: center; padding: .15rem .25rem; border: 0; font-size: .8rem; }
#moments { margin-bottom: 1rem; }
.rows tbody th { vertical-align: middle; white-space: nowrap; }
.rows img { display: block; width: 3.5rem; height: auto; margin: 0 auto; }
code { display: block; padding: .6rem .8rem; background: var(--card); border-radius: .4rem; overflow-wrap: anywhere;
  font: .9rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
li { max-width: 44rem; margin: .35rem 0; }
@media (prefers-color-scheme: dark) { img.digit { filter: invert(1); border-color: #c8c1ba; } }
@media (max-width: 34rem) {
  .matrix { font-size: .64rem; }
  .matrix td, .matrix th { padding: .2rem 0; font-size: inherit; }
  .matrix tbody td { width: auto; min-width: 1.5rem; }
  .matrix tbody th { padding-right: .3rem; }
  .matrix .edge { padding-left: .2rem; }
  table { font-size: .8rem; }
  th, td { padding: .2rem .4rem; }
  .tiles { grid-template-columns: repeat(auto-fill, minmax(2.6rem, 1fr)); }
  .cards { grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --dim: #444444; --line: #bbbbbb; --card: #f3f3f3; --accent: #4a2f9e; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { margin-top: 1.25rem; break-after: avoid; }
  .plots, .wide, .cards figure, li, #confusion { break-inside: avoid; }
  .cards { grid-template-columns: repeat(6, 1fr); gap: .4rem; }
  .cards figure { padding: .35rem; }
  .cards figcaption { font-size: .68rem; }
  .tiles { grid-template-columns: repeat(16, 1fr); gap: .2rem; }
  .tiles figcaption { font-size: .55rem; }
  .plots { grid-template-columns: 1fr 1fr; }
  .rows img { width: 1.8rem; }
  .rows td, .rows th { padding: .1rem; font-size: .6rem; }
  img.digit { filter: none; }
  .matrix td, .key, .cards figure, code { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
