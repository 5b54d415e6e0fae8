import {inputSize} from '../../network/architecture.js';
import {count, share} from '../../text/format.js';
import {Markup, markup} from './markup.js';
import {signedPicture} from './picture.js';
import {type ReportedRun, type ReportedUnits, told} from './reported-run.js';

/** Most units that are drawn, and most of them at earlier moments. */
const [most, mostRows] = [128, 8];

/** What each hidden unit has learned since the start, as a picture of its weights' change. */
export function unitsSection(run: ReportedRun): Markup {
  const {units, weights} = run;
  const width = weights.hiddenBias.length;
  const chosen = chosenUnits(units, width);
  const left = chosen.length < width ? `The ${chosen.length} of ${count(width)} units that have the most of it. ` : '';
  const what =
    units.shows === 'change'
      ? 'By how much each hidden unit’s 784 weights have changed since the start: what it has learned.'
      : 'The 784 weights of each hidden unit. Its first weights are not known, so that this is not what it has learned alone.';
  return markup`<section id="units"><h2>What each hidden unit has learned</h2>
<p>${what} ${left}A picture says where ink makes the unit’s value larger or smaller; what the unit then adds to an answer is another weight.</p>
<p class="legend"><span><i class="key more"></i>orange: ink there makes it larger</span><span><i class="key less"></i>blue: smaller</span><span><i class="key grey"></i>grey: ${told(run, 'no train digit has ink there')}</span></p>
${momentRows(units, chosen)}<div class="tiles">${chosen.map(unit => tile(run, unit))}</div>
<p class="dim">${deadText(run)}</p></section>`;
}

/** The units that are drawn, by number: where there are too many, those with the strongest values. */
function chosenUnits({values}: ReportedUnits, width: number): number[] {
  return strongestUnits(values, width, most).sort((one, other) => one - other);
}

function strongestUnits(values: Float32Array, width: number, limit: number): number[] {
  const strengths = Float64Array.from({length: width}, (_, unit) =>
    values.subarray(unit * inputSize, (unit + 1) * inputSize).reduce((sum, value) => sum + value * value, 0),
  );
  return Array.from(strengths, (_, unit) => unit)
    .sort((one, other) => (strengths[other] ?? 0) - (strengths[one] ?? 0))
    .slice(0, limit);
}

const picture = ({strongest, lit}: ReportedUnits, values: Float32Array, unit: number, alt: string): Markup =>
  signedPicture({values: values.subarray(unit * inputSize, (unit + 1) * inputSize), strongest, lit}, alt);

function tile({units, weights: {activation}}: ReportedRun, unit: number): Markup {
  const part = units.shares[unit] ?? 0;
  const isDead = activation === 'relu' && part === 0;
  const alt = activation === 'relu' ? `unit ${unit}, above 0 for ${share(part)}` : `unit ${unit}`;
  return markup`
<figure class="${isDead ? 'dead' : 'on'}">${picture(units, units.values, unit, alt)}<figcaption>${unit}${isDead ? ' dead' : ''}</figcaption></figure>`;
}

/** The strongest units at the run's moments, a row each. */
function momentRows(units: ReportedUnits, chosen: readonly number[]): Markup | undefined {
  const {moments, values} = units;
  if (moments.length === 0) return undefined;
  const rows = strongestUnits(values, values.length / inputSize, mostRows).filter(unit => chosen.includes(unit));
  const head = moments.map(({step, epoch, endsEpoch, accuracy}) => {
    const facts = [
      `step ${count(step)}`,
      ...(endsEpoch ? [`epoch ${count(epoch)}`] : []),
      ...(accuracy === undefined ? [] : [share(accuracy)]),
    ];
    return markup`<th scope="col">${facts.map((fact, place) => markup`${place === 0 ? undefined : new Markup('<br>')}${fact}`)}</th>`;
  });
  const body = rows.map(
    unit => markup`
<tr><th scope="row">unit ${unit}</th>${moments.map(moment => markup`<td>${picture(units, moment.values, unit, `unit ${unit} at step ${moment.step}`)}</td>`)}</tr>`,
  );
  return markup`<p>The ${rows.length} with the most of it, as they came to be, with the accuracy on the test split where it was found then:</p>
<div class="wide"><table class="rows" id="moments"><thead><tr><td></td>${head}</tr></thead><tbody>${body}</tbody></table></div>
<p>Each as it is in the file:</p>
`;
}

/** How many units are dead, and what is usual. */
function deadText(run: ReportedRun): string {
  const {units, weights} = run;
  const first = `the first ${count(units.of)} train digits`;
  if (weights.activation !== 'relu') return told(run, `Looked at: ${first}.`);
  const dead = units.shares.filter(part => part === 0).length;
  const text = `${count(dead)} of ${count(units.shares.length)} units are dead: at 0 for ${first}. A unit that is at 0 for all of them changes no more. Some are in most runs: of 128 units 5 to 15.`;
  return told(run, text);
}
