import {type Instance, render} from 'ink';
import type {ReactElement} from 'react';
import type {Config} from '../config/options.js';
import {engineRecord} from '../engines/catalogue.js';
import {UserError} from '../errors.js';
import {exitCodes, signalCodes} from '../exit-codes.js';
import {endByForce} from '../force.js';
import {initialRunState, type RunState} from '../state/run-state.js';
import {watchedDigit} from '../state/selectors.js';
import {createStore} from '../state/store.js';
import {startGuard} from '../terminal/guard.js';
import {closing} from '../terminal/modes.js';
import type {Screen} from '../terminal/screen.js';
import {sizeOf} from '../terminal/size.js';
import {takeTerminal} from '../terminal/terminal.js';
import {createTheme} from '../text/theme.js';
import {startTraining, type TrainingClient} from '../training/client.js';
import type {TrainingEvent} from '../training/protocol.js';
import {placeName} from '../training/runs/place.js';
import {App} from '../ui/app.js';
import {createControls, createInputHandler} from '../ui/controls.js';
import {failure, runOptions, workerSettings} from './session.js';

/** How the dashboard ended: with an exit code, or with what went wrong. */
type Outcome = {readonly exitCode: number} | {readonly error: unknown};

/** The dashboard, on a terminal. There is one way out: whatever ends it, the terminal is restored and the worker ends. */
export async function dashboard(config: Config): Promise<number> {
  const [settings, guard] = await Promise.all([workerSettings(config), startGuard(closing)]);
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
  const store = createStore(initial, digitWatcher(client));
  const controls = createControls(store, client, () => runOptions(config, store.current().about?.resumed?.settings), {
    redraw: () => terminal.redraw(),
    suspend: () => terminal.suspend(),
    quit: exitCode => finish({exitCode}),
  });
  const stopListening = listenToProcess(end, () => terminal.close());
  const terminal = takeTerminal(guard, {
    onInput: createInputHandler(store, controls),
    onRedraw: () => store.dispatch({type: 'resize', ...sizeOf(process.stdout)}),
    onGone: () => finish({exitCode: exitCodes.hangUp}),
    onStray: notice => store.dispatch({type: 'say', once: false, notice}),
  });
  const theme = createTheme(process.stdout, process.env, process.platform, config.color);
  const ink = renderOn(terminal.screen, <App store={store} theme={theme} />);
  const outcome = await finished;
  ink.unmount();
  const state = await terminal.leave();
  const exitCode = 'exitCode' in outcome ? outcome.exitCode : exitCodes.failed;
  await client.close(exitCode);
  // What is still to be written would be waited for.
  if (state === 'stuck') process.exit(exitCode);
  stopListening();
  // Node aborts where it ends without its terminal; the signal that says so ends it in order.
  if (state === 'gone') process.kill(process.pid, 'SIGHUP');
  return exitCodeOf(outcome, store.current());
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

/** Lets Ink render into the screen. It reads standard input only for its own hooks, which nothing here uses. */
function renderOn(screen: Screen, app: ReactElement): Instance {
  return render(app, {
    // In debug mode Ink writes whole frames and nothing else, which is all that Screen takes.
    stdout: screen as unknown as NodeJS.WriteStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
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
