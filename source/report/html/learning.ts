import {count, loss, share} from '../../text/format.js';
import {accuracyPlot, lossPlot, plotSvg} from './charts.js';
import {type Markup, markup} from './markup.js';
import {type ReportedRun, told} from './reported-run.js';

/** How the run learned: its curves, and the figures of every epoch. */
export function learningSection(run: ReportedRun): Markup {
  const {info, epochSteps} = run;
  const history = info?.history ?? [];
  if (history.length === 0) {
    const why = info === undefined ? 'The file has weights alone, and nothing of their training.' : unfinished(run);
    return markup`<section id="learning"><h2>How it learned</h2><p>${why}</p></section>`;
  }
  const about = told(
    run,
    'Test (line, dots): all test digits, at the end of each epoch. Train (dashes, squares): the mean over an epoch’s batches while it learned, drawn in the middle of the epoch.',
  );
  return markup`<section id="learning"><h2>How it learned</h2>
<div class="plots"><figure>${plotSvg(accuracyPlot(history, epochSteps))}</figure><figure>${plotSvg(lossPlot(history, epochSteps))}</figure></div>
<p class="dim">${about}</p>
<div class="wide"><table id="epochs"><thead><tr><th>epoch</th><th>steps so far</th><th>accuracy</th><th>change in points</th><th>mean test loss</th><th>mean train loss</th><th>last test batch’s loss</th><th>last train batch’s loss</th><th>seconds</th></tr></thead>
<tbody>${rowsOf(run)}</tbody></table></div>${isWithin(run) ? markup`<p>${within(run)}</p>` : undefined}</section>`;
}

function rowsOf({info, epochSteps}: ReportedRun): Markup[] {
  const history = info?.history ?? [];
  return history.map((record, place) => {
    const before = history[place - 1];
    const {epoch, accuracy, meanTestLoss, meanTrainLoss, testLoss, loss: trainLoss, seconds} = record;
    const points = before === undefined ? '' : pointsText(100 * (accuracy - before.accuracy));
    return markup`
<tr><th scope="row">${epoch}</th><td>${epochSteps === undefined ? '' : count(epoch * epochSteps)}</td><td>${(100 * accuracy).toFixed(2)} %</td><td>${points}</td><td>${loss(meanTestLoss)}</td><td>${loss(meanTrainLoss)}</td><td>${loss(testLoss)}</td><td>${loss(trainLoss)}</td><td>${seconds.toFixed(2)}</td></tr>`;
  });
}

/** A change in points with its sign: `+0.31`, `−0.05`, `0.00`. */
function pointsText(points: number): string {
  const text = Math.abs(points).toFixed(2);
  return Number(text) === 0 ? text : `${points < 0 ? '−' : '+'}${text}`;
}

/** Whether the weights are those within an epoch. */
const isWithin = ({info}: ReportedRun): boolean => (info?.stepInEpoch ?? 0) > 0;

const unfinished = ({step}: ReportedRun): string =>
  `It was stopped in its first epoch, after ${count(step)} ${step === 1 ? 'step' : 'steps'}; there are figures only for epochs that were finished.`;

function within({info, step, found}: ReportedRun): string {
  const epoch = (info?.epoch ?? 0) + 1;
  return `It was stopped within epoch ${epoch}, after ${count(step)} steps in all. All else here is of the network as it was then: ${share(found.accuracy)} right.`;
}
