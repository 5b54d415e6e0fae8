import {greatestConfusions} from '../../text/confusion.js';
import {count, share} from '../../text/format.js';
import {confusionSection} from './confusion.js';
import {learningSection} from './learning.js';
import {Markup, markup} from './markup.js';
import {mistakesSection} from './mistakes.js';
import {adviceSection, notesSection} from './notes.js';
import {type ReportedRun, told, wrongOf} from './reported-run.js';
import {settingsSection} from './settings.js';
import {pageStyle} from './style.js';
import {unitsSection} from './units.js';

/** A run in one line: `MNIST: 97.3 %, 267 of 10,000 wrong`. */
export const reportTitle = (run: ReportedRun): string =>
  `${run.dataset}: ${share(run.found.accuracy)}, ${count(wrongOf(run))} of ${count(run.count)} wrong`;

/** A report as one HTML document that needs nothing besides itself. */
export function reportPage(run: ReportedRun): string {
  const sections = [
    learningSection(run),
    confusionSection(run),
    mistakesSection(run),
    unitsSection(run),
    adviceSection(run),
    settingsSection(run),
    notesSection(run),
  ];
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${reportTitle(run)}</title>
<style>
${new Markup(pageStyle)}
</style>
</head>
<body>
${heading(run)}
<main>${sections.map(
    section =>
      section &&
      markup`
${section}`,
  )}
</main>
</body>
</html>
`.text;
}

/** What matters most, to be seen at once. */
function heading(run: ReportedRun): Markup {
  const {found, info, dataset} = run;
  const wrong = `${count(wrongOf(run))} of ${count(run.count)} test digits wrong`;
  const facts = [
    info && `seed ${info.settings.seed}`,
    info && epochs(info.epoch),
    `${count(run.weights.hiddenBias.length)} hidden units`,
    run.loss === 'mse' ? 'mean squared error' : 'trained by cross-entropy',
    run.computedOn,
  ].filter(fact => fact !== undefined);
  return markup`<header>
<h1>${dataset}: report on a network</h1>
<p class="result"><strong id="accuracy">${share(found.accuracy)}</strong> <span id="wrong">${told(run, wrong)}</span></p>
<p>${weakness(run)}</p>
<p class="dim">${facts.join(' · ')}. ${scale(dataset)}</p>
</header>`;
}

/** What an accuracy is to be compared with; what was measured was measured on MNIST. */
const scale = (dataset: string): string =>
  dataset === 'MNIST'
    ? 'Scale: guessing gives 10 %, a network without a hidden layer 86 to 93 %.'
    : 'Scale: guessing one of ten gives about 10 %.';

const epochs = (number: number): string => `${count(number)} ${number === 1 ? 'epoch' : 'epochs'}`;

/** What it confuses most. */
function weakness({found, names}: ReportedRun): string | undefined {
  const [worst] = greatestConfusions(found.confusion, 1);
  if (worst === undefined) return undefined;
  const {label, answer, count: times} = worst;
  const often = times === 1 ? 'once' : `${count(times)} times`;
  return `Its weakness: ${names[label]} read as ${names[answer]}, ${often}.`;
}
