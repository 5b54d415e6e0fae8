import type {Config} from '../config/options.js';
import {engineRecord} from '../engines/catalogue.js';
import {UserError} from '../errors.js';
import {exitCodes, signalCodes} from '../exit-codes.js';
import {endByForce} from '../force.js';
import {noticeTimer} from '../state/notices.js';
import {initialRunState, type RunState} from '../state/run-state.js';
import {watchedDigit} from '../state/selectors.js';
import {createStore, type Frame, frames, type Store} from '../state/store.js';
import {startGuard} from '../terminal/guard.js';
import {closing} from '../terminal/modes.js';
import {sizeOf} from '../terminal/size.js';
import {type TakenTerminal, takeTerminal} from '../terminal/terminal.js';
import {startTraining, type TrainingClient} from '../training/client.js';
import type {RunOptions, TrainingEvent} from '../training/protocol.js';
import {placeName} from '../training/runs/place.js';
import {createControls, createInputHandler} from '../ui/controls.js';
import type {Display} from '../ui/display.js';
import {drawnDisplay} from '../ui/drawn-display.js';
import {spokenDisplay} from '../ui/spoken-display.js';
import {failure, runOptions, workerSettings} from './session.js';

/** How the dashboard ended: with an exit code, or with what went wrong. */
type Outcome = {readonly exitCode: number} | {readonly error: unknown};

/** The dashboard, on a terminal. There is one way out: whatever ends it, the terminal is restored and the worker ends. */
export async function dashboard(config: Config): Promise<number> {
  const use = config.screenReader ? (process.env.TERM === 'dumb' ? 'dumb' : 'lines') : 'screen';
  const [settings, guard] = await Promise.all([workerSettings(config), startGuard(closing[use])]);
  const end = ending();
  const {finish, finished} = end;
  const onEvent = (event: TrainingEvent): void => {
    // A driver or library may have written over the screen while it was loaded.
    const opened = event.type === 'ready' || event.type === 'engine-changed' ? engineRecord(event.engine) : undefined;
    if (opened?.package !== undefined) terminal.screen.clear();
    store.dispatch(event);
    if (event.type === 'failed') finish({error: failure(event)});
  };
  const client = startTraining(settings, onEvent);
  const initial = initialRunState({...config, ...sizeOf(process.stdout), place: placeName(settings.save)});
  const store = openStore(initial, client, frames[config.screenReader ? 'lines' : 'screen']);
  const display: Display = config.screenReader ? spokenDisplay(store) : drawnDisplay(store, config);
  const options = (): RunOptions => runOptions(config, store.current().about?.resumed?.settings);
  const outside = {
    redraw: () => terminal.redraw(),
    suspend: () => terminal.suspend(),
    quit: (exitCode: number) => finish({exitCode}),
  };
  const onInput = createInputHandler(store, {...createControls(store, client, options, outside), ...display.controls});
  const stopListening = listenToProcess(end, () => terminal.close());
  const terminal = takeTerminal(use, guard, {
    onInput: event => (event.type === 'answer' ? display.hear(event) : onInput(event)),
    settled: display.settled,
    onRedraw() {
      display.clear();
      store.dispatch({type: 'resize', ...sizeOf(process.stdout)});
    },
    onGone: () => finish({exitCode: exitCodes.hangUp}),
    onStray: notice => store.dispatch({type: 'say', once: false, notice}),
  });
  display.open(terminal);
  const outcome = await finished;
  display.end();
  const exitCode = 'exitCode' in outcome ? outcome.exitCode : exitCodes.failed;
  await leave(terminal, client, exitCode);
  stopListening();
  return exitCodeOf(outcome, store.current());
}

/** Gives the terminal back and ends the worker; of a terminal that is not there any more, the process takes no leave. */
async function leave(terminal: TakenTerminal, client: TrainingClient, exitCode: number): Promise<void> {
  const left = await terminal.leave();
  await client.close(exitCode);
  // What is still to be written would be waited for.
  if (left === 'stuck') process.exit(exitCode);
  if (left !== 'gone') return;
  // Node aborts where it ends without its terminal; the signal that says so ends it in order.
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** The store, with what happens by itself when the state changes. */
function openStore(initial: RunState, client: TrainingClient, frame: Frame): Store {
  const watchDigit = digitWatcher(client);
  const timeNotice = noticeTimer(() => store.dispatch({type: 'notice-ended'}));
  const store = createStore(
    initial,
    state => {
      watchDigit(state);
      timeNotice(state);
    },
    frame,
  );
  return store;
}

/** What ends the dashboard, and the promise of how. */
function ending(): {finish: (outcome: Outcome) => void; finished: Promise<Outcome>} {
  let finish: (outcome: Outcome) => void = () => {};
  const finished = new Promise<Outcome>(resolve => {
    finish = resolve;
  });
  return {finish, finished};
}

/** The exit code; throws what went wrong. */
function exitCodeOf(outcome: Outcome, {saveFault}: RunState): number {
  if ('error' in outcome) throw outcome.error;
  if (saveFault !== undefined) throw new UserError(saveFault);
  return outcome.exitCode;
}

/** Tells the worker which digit is predicted, whenever that changes. */
function digitWatcher(client: TrainingClient): (state: RunState) => void {
  let watched: ReturnType<typeof watchedDigit>;
  return state => {
    const wanted = watchedDigit(state);
    if (wanted?.split === watched?.split && wanted?.index === watched?.index) return;
    watched = wanted;
    client.send(wanted === undefined ? {type: 'unwatch'} : {type: 'watch', ...wanted});
  };
}

/** How long in milliseconds after it was asked to end a second signal says the same, from a hasty user. */
const echo = 500;

/**
 * Hears of signals, of errors that nobody caught, and of the end of the process; returns what makes it deaf again. A
 * signal that comes while the dashboard is ending already, and not just now, ends the process at once.
 */
function listenToProcess({finish, finished}: ReturnType<typeof ending>, restore: () => void): () => void {
  const onError = (error: unknown): void => finish({error});
  let since = Number.POSITIVE_INFINITY;
  void finished.then(() => {
    since = performance.now();
  });
  const onSignal = (signal: NodeJS.Signals): void => {
    const exitCode = signalCodes[signal as keyof typeof signalCodes];
    if (performance.now() - since > echo) endByForce(exitCode, 'asked twice to end');
    finish({exitCode});
  };
  process.on('uncaughtException', onError);
  process.on('exit', restore);
  for (const signal of Object.keys(signalCodes)) process.on(signal, onSignal);
  return () => {
    process.off('uncaughtException', onError);
    process.off('exit', restore);
    for (const signal of Object.keys(signalCodes)) process.off(signal, onSignal);
  };
}
