import {losses} from '../../network/losses.js';
import {sentenceOf} from '../../text/advice.js';
import {shortLoss} from '../../text/format.js';
import {earliestStop} from '../../training/run-end.js';
import {type Markup, markup} from './markup.js';
import {type ReportedRun, told} from './reported-run.js';

/** What the adviser notices in the run. */
export function adviceSection(run: ReportedRun): Markup | undefined {
  const {advice, info} = run;
  if (info === undefined) return undefined;
  const items = advice.map(
    ({message, plainFix}) => markup`
<li><b>${told(run, sentenceOf(message))}</b> ${told(run, sentenceOf(plainFix))}</li>`,
  );
  const list = items.length === 0 ? markup`<p>Nothing to advise.</p>` : markup`<ul id="advice">${items}</ul>`;
  return markup`<section id="adviser"><h2>What the adviser notices</h2>
${list}
<p class="dim">By rules, from the figures of the epochs, the answers and the dead units. The losses of single batches are not in the file.</p></section>`;
}

/** What the figures do not say. */
export function notesSection(run: ReportedRun): Markup {
  const notes = [lossNote(run), scoreNote(run), luckNote, ...stopNotes(run)];
  return markup`<section id="notes"><h2>What these figures do not say</h2>
<ul>${notes.map(
    note => markup`
<li>${told(run, note)}</li>`,
  )}</ul></section>`;
}

function lossNote({loss}: ReportedRun): string {
  const guessing = shortLoss(losses[loss].guessing);
  return loss === 'mse'
    ? `A loss is a number, not a percentage: how far the ten scores are from 1 for the label and 0 for the rest, squared, on average. Always saying 0.1 gives ${guessing}, and an untrained network is worse, about 0.108 on MNIST.`
    : `A loss is a number, not a percentage. This one is the cross-entropy of softmax: always giving a tenth to each digit has ${guessing}, and it cannot be compared with a squared error.`;
}

const scoreNote = ({loss}: ReportedRun): string =>
  loss === 'mse'
    ? 'The answer is what has the largest score. A score is no probability: it can be below 0 or above 1.'
    : 'The answer is what has the largest score. Softmax makes shares of the ten scores that add up to 1; a large share is no proof that it is right.';

const luckNote =
  'Two runs whose accuracy differs by less than 0.3 points may differ by luck alone: another seed changes as much.';

/** What stopping by the test split means. */
function stopNotes({info, loss}: ReportedRun): string[] {
  const last = info?.history.at(-1);
  const limit = losses[loss].earlyStop;
  if (info === undefined || last === undefined) return [];
  const chosen =
    'Whoever looks at the test split to decide when to stop, or which run to keep, makes it look a little better than it is. A third set of digits, kept apart, should decide.';
  if (!info.settings.earlyStop || limit === undefined) return [chosen];
  const rule = `The early stop ends training at epoch ${earliestStop} or later, once the loss of the last test batch is below ${limit}; after epoch ${last.epoch} it was ${shortLoss(last.testLoss)}. So that rule looks at the test split, as the tutorial has it.`;
  return [`${rule} ${chosen}`];
}
