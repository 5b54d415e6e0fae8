import {share} from '../../text/format.js';
import {digitFigures} from '../../training/evaluation.js';
import {type Markup, markup} from './markup.js';
import {type ReportedRun, told} from './reported-run.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What is taken for what: 10 × 10 counts, with each digit's recall and precision at the end of its row. */
export function confusionSection(run: ReportedRun): Markup {
  const {confusion} = run.found;
  const figures = digitFigures(confusion);
  const most = Math.max(1, ...confusion.filter((_, place) => place % 11 !== 0));
  const rows = figures.map(
    ({digit, recall, precision}) => markup`
<tr><th scope="row">${rowName(run, digit)}</th>${digits.map(answer => cell(confusion[10 * digit + answer] ?? 0, digit === answer, most))}<td class="edge">${percent(recall)}</td><td class="edge">${percent(precision)}</td></tr>`,
  );
  const about = told(
    run,
    'A row is what the digit is, a column what the network answered, a cell how many. Off the diagonal are the mistakes, the darker the more.',
  );
  return markup`<section id="confusion"><h2>What it takes for what</h2>
<p>${about}</p>
<div class="wide"><table class="matrix" id="matrix"><thead><tr><th>is</th>${digits.map(digit => markup`<th scope="col">${digit}</th>`)}<th class="edge">recall</th><th class="edge">precision</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="dim">${told(run, 'Recall: of the digits of its row, the share that is answered right. Precision: of the answers that name it, the share that is right.')}</p></section>`;
}

/** A digit, with its name where it stands for something else. */
const rowName = ({hasNames, names}: ReportedRun, digit: number): string =>
  hasNames ? `${digit} ${names[digit]}` : String(digit);

const percent = (part: number | undefined): string => (part === undefined ? '–' : share(part));

function cell(count: number, isRight: boolean, most: number): Markup {
  if (count === 0) return markup`<td class="none">0</td>`;
  if (isRight) return markup`<td class="right">${count}</td>`;
  return markup`<td class="wrong-${Math.max(1, Math.ceil((4 * count) / most))}">${count}</td>`;
}
