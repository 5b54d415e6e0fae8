import {count, score} from '../../text/format.js';
import {leadNumbers} from '../../text/lead.js';
import {type Markup, markup} from './markup.js';
import {digitPicture, signedPicture} from './picture.js';
import {type ReportedMistake, type ReportedRun, told, wrongOf} from './reported-run.js';

/** The worst mistakes, each with what its answer is made of. */
export function mistakesSection(run: ReportedRun): Markup {
  const {mistakes, names} = run;
  if (mistakes.length === 0) {
    return markup`<section id="mistakes"><h2>Its worst mistakes</h2><p>${told(run, 'There are none: every test digit is answered right.')}</p></section>`;
  }
  const all = wrongOf(run);
  const which = all > mistakes.length ? `The ${mistakes.length} of ${count(all)} ` : 'All of them, those ';
  const about = `${which}whose wrong answer leads by most, first. Beside each the ink that speaks for the answer and against it: every inked pixel’s part of the answer’s lead over the label. With one number for the biases the parts add up to the lead.`;
  return markup`<section id="mistakes"><h2>Its worst mistakes</h2>
<p>${told(run, about)}</p>
<p class="legend"><span><i class="key more"></i>orange: for the answer</span><span><i class="key less"></i>blue: against it, for the label</span><span><i class="key grey"></i>grey: ink that hardly counts</span></p>
<div class="cards">${mistakes.map(mistake => card(mistake, names))}</div>
<p class="dim">${bookkeeping(run)}</p></section>`;
}

function card(
  {index, pixels, label, margin, runnerUp, explanation}: ReportedMistake,
  names: readonly string[],
): Markup {
  const {answer, contributions} = explanation;
  const name = (digit: number): string => names[digit] ?? String(digit);
  const {more, less, biases, lead} = leadNumbers(explanation);
  const strongest = contributions.reduce((most, part) => Math.max(most, Math.abs(part)), Number.MIN_VALUE);
  const parts = [`${plain(more)} for ${name(answer)}`, `${apart(less)} for ${name(label)}`, `${apart(biases)} biases`];
  const sum = [...parts, lead.trim()].map((part, place) => markup`${place === 0 ? '' : ' '}<span>${part}</span>`);
  const third = runnerUp === label ? '' : ` Second is ${name(runnerUp)}, ${score(margin)} behind.`;
  const why = `Orange where its ink speaks for ${name(answer)}, blue where it speaks for ${name(label)}`;
  return markup`
<figure><div class="pair">${digitPicture(pixels, `test ${index}, which is ${name(label)}`)}${signedPicture({values: contributions, strongest, ink: pixels}, why)}</div>
<figcaption><b>${name(label)} read as ${name(answer)}</b> (test ${index})<br><span class="sum">${sum}.</span>${third}</figcaption></figure>`;
}

/** A part of a sum, as its first: `1.72`, `−0.04`. */
const plain = (part: string): string => part.trim().replace('+', '').replace('-', '−');

/** A part of a sum, with its sign before it: `+ 0.17`, `− 1.09`. */
const apart = (part: string): string => part.trim().replace('-', '−').replace(/^[+−]/, '$& ');

/** What a why-map is not. */
function bookkeeping({weights}: ReportedRun): string {
  const what =
    'This is bookkeeping, not a reason: black pixels count 0, and changing a pixel can change the other parts.';
  if (weights.activation === 'relu') return `${what} It holds for the hidden units that are on.`;
  return `${what} Each part is a mean over the way from a blank picture (integrated gradients).`;
}
