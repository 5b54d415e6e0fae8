import {languageNote} from '../config/language.js';
import type {Config} from '../config/options.js';
import {exitCodes} from '../exit-codes.js';
import {pageAt, pages} from '../lesson/pages.js';
import {type LessonRun, lessonRuns} from '../lesson/runs.js';
import {sheetOf} from '../lesson/sheet.js';
import {lessonPrintLines} from '../report/lesson-report.js';
import type {Action} from '../state/actions.js';
import {openRun} from '../state/runs.js';
import {fill} from '../words/fill.js';
import {lesson as words} from '../words/lesson.js';
import {Headless} from './headless.js';
import {printLines} from './print-lines.js';
import {withTraining, workerSettings} from './session.js';

/** What is done before a page is printed, so that its digit is the one that it tells of. */
const before: Readonly<Record<string, readonly Action[]>> = {
  numbers: [{type: 'switch-split'}, {type: 'move-to', index: 256}],
  why: [{type: 'move-to', index: 200}],
};
const back: readonly Action[] = [{type: 'move-to', index: 0}];

/** `lesson --print`: the pages with what comes out, as text. What they tell of is trained for it, and not saved. */
export async function printLesson(config: Config): Promise<number> {
  const numbers = config.page === undefined ? pages.map((_, place) => place + 1) : [config.page];
  const note = languageNote(config.lang, process.env);
  if (note !== undefined) process.stderr.write(`mnist-tui: ${note}\n`);
  const settings = await workerSettings({...config, save: false});
  const headless = new Headless(config);
  let run: Promise<void> | undefined;
  await withTraining(settings, (event, client, done) => {
    headless.receive(event, client);
    run ??= printAll(headless, numbers).then(done);
  });
  await run;
  return exitCodes.done;
}

async function printAll(headless: Headless, numbers: readonly number[]): Promise<void> {
  printLines([fill(words.seed, {seed: openRun(headless.state.runs).seed})]);
  await headless.until(state => openRun(state.runs).opened !== undefined && state.session.data.train !== undefined);
  let trained: LessonRun | 'own' | undefined;
  // The pages with a run of their own come last but for the end, which tells of none.
  for (const number of numbers) {
    const wanted = pageAt(number).run ?? 'own';
    if (trained !== wanted && !(trained !== undefined && wanted === 'own')) await train(headless, wanted);
    trained = wanted;
    print(headless, number);
  }
}

/** Trains to the end the run that a page tells of. */
async function train(headless: Headless, run: LessonRun | 'own'): Promise<void> {
  if (run === 'own') headless.act({type: 'train'});
  else headless.act({type: 'lesson-run', settings: lessonRuns[run]});
  await headless.until(({runs}) => {
    const {ended, network} = openRun(runs);
    return ended !== undefined && network?.step === ended.step;
  });
  headless.survey();
}

function print(headless: Headless, number: number): void {
  const {name} = pageAt(number);
  for (const action of before[name] ?? []) headless.act(action);
  printLines(lessonPrintLines(sheetOf(headless.state, number), number));
  if (headless.state.choice.split === 'train') headless.act({type: 'switch-split'});
  for (const action of back) headless.act(action);
}
