import type {Config} from '../config/options.js';
import {printable} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {createStatusLine} from '../report/status-line.js';
import {jsonTrainReport, plainTrainReport} from '../report/train-report.js';
import type {TrainingThread} from '../training/client.js';
import {failure} from '../training/fault.js';
import type {RunOptions, RunSummary, TrainingEvent} from '../training/protocol.js';
import {ownOptions, runOptions} from '../training/run-options.js';
import {HistoryFile} from '../training/runs/history-file.js';
import {checkEarlyStop, wishFor, withTraining, workerSettings} from './session.js';
import {hearSignals} from './signals.js';
import {createTrainAdviser} from './train-adviser.js';

/** `train`: trains to the early stop, tells of each epoch and saves the weights. A signal stops it, and it saves too. */
export async function train(config: Config, thread: TrainingThread | undefined): Promise<number> {
  const settings = await workerSettings(config);
  const report = config.json ? jsonTrainReport() : plainTrainReport();
  const adviser = createTrainAdviser(config);
  const status = createStatusLine(process.stderr);
  let signalled: number | undefined;
  const outcome = new Outcome();
  const history = config.history && (await HistoryFile.prepare(config.history, message => outcome.addFault(message)));
  let options = optionsOf(config, undefined);
  // Before the start there is nothing to save.
  const early = new AbortController();
  let stop = (code: number): void => early.abort(code);
  const stopHearing = hearSignals(code => {
    signalled = code;
    stop(code);
  });
  try {
    status.show('Loading the dataset');
    await withTraining(
      settings,
      (event, client, done) => {
        if (event.type === 'opened') {
          options = optionsOf(config, event.resumed);
          client.send(wishFor(options, true));
        }
        if (event.type === 'start') stop = () => client.send(wishFor(options, false));
        const [lines, advice] = [report.lines(event), report.advice(adviser(event))];
        for (const line of event.type === 'end' ? [...advice, ...lines] : [...lines, ...advice]) {
          status.clear();
          process.stdout.write(`${line}\n`);
        }
        const text = report.status(event);
        if (text !== undefined) status.show(text);
        outcome.add(event);
        if (history) history.add(event);
        if (event.type === 'end') done();
      },
      early.signal,
      thread,
    );
  } finally {
    if (history) await history.written;
    status.clear();
    stopHearing();
  }
  return outcome.exitCode(signalled);
}

/**
 * What a run is trained with; of one that goes on that is known only when it is read.
 * @throws UserError (exit code 2) where that has no early stop, which was asked for
 */
function optionsOf({given, ...config}: Config, resumed: RunSummary | undefined): RunOptions {
  const options = ownOptions(runOptions(config), given, resumed?.settings);
  checkEarlyStop({...options, earlyStop: config.earlyStop, given});
  return options;
}

/** What decides how the command ends. */
class Outcome {
  /** Whether the weights as they are now could not be saved. */
  private unsaved = false;
  private failed = false;
  private stepped = false;
  private endedByItself = false;
  /** What ended the run. */
  private fault: Error | undefined;

  /** @throws what ended the run, when there is nothing to save yet */
  add(event: TrainingEvent): void {
    if (event.type === 'progress') this.stepped = true;
    else if (event.type === 'warning') this.addWarning(event);
    else if (event.type === 'saved') {
      process.stderr.write(`mnist-tui: the weights are saved again: ${printable(event.model)}\n`);
      this.unsaved = false;
    } else if (event.type === 'end') {
      this.endedByItself = event.reason !== 'stopped';
      if (event.model !== undefined) this.unsaved = false;
      if (event.reason === 'diverged') this.failed = true;
    }
  }

  /** Something was not written that was asked for, besides the weights. */
  addFault(message: string): void {
    process.stderr.write(`mnist-tui: ${message}\n`);
    this.failed = true;
  }

  private addWarning(event: Extract<TrainingEvent, {type: 'warning'}>): void {
    if (event.what === 'fault') {
      this.fault = failure(event);
      if (!this.stepped) throw this.fault;
      return;
    }
    process.stderr.write(`mnist-tui: ${event.message}\n`);
    if (event.what === 'save') this.unsaved = true;
    if (event.what === 'engine') this.failed = true;
  }

  /**
   * @param signalled the code of a signal that came; one that came after the end has stopped nothing
   * @throws what ended the run
   */
  exitCode(signalled: number | undefined): number {
    if (this.fault !== undefined) throw this.fault;
    if (this.unsaved) return exitCodes.failed;
    if (signalled !== undefined && !this.endedByItself) return signalled;
    return this.failed ? exitCodes.failed : exitCodes.done;
  }
}
