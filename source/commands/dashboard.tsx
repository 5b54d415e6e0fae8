import type {Config} from '../config/options.js';
import {engineRecord} from '../engines/catalogue.js';
import {UserError} from '../errors.js';
import {exitCodes, signalCodes} from '../exit-codes.js';
import {initialRunState, type RunState} from '../state/run-state.js';
import {watchedDigit} from '../state/selectors.js';
import {createStore, frames, type Store} from '../state/store.js';
import {readTerminal, type TerminalReader} from '../terminal/reader.js';
import {sizeOf} from '../terminal/size.js';
import {type Modes, suspendable} from '../terminal/suspend.js';
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
  const {stdin, stdout} = process;
  const settings = await workerSettings(config);
  const {finish, finished} = ending();
  const onEvent = (event: TrainingEvent): void => {
    // A driver or library may have written over the screen while it was loaded.
    const opened = event.type === 'ready' || event.type === 'engine-changed' ? engineRecord(event.engine) : undefined;
    if (opened?.package !== undefined) screen.clear();
    store.dispatch(event);
    if (event.type === 'failed') finish({error: failure(event)});
  };
  const client = startTraining(settings, onEvent);
  const initial = initialRunState({...config, ...sizeOf(stdout), place: placeName(settings.save)});
  const store = createStore(initial, digitWatcher(client), frames[config.screenReader ? 'spoken' : 'drawn']);

  const screen = displayOf(config, store);
  const redraw = (): void => {
    screen.clear();
    store.dispatch({type: 'resize', ...sizeOf(stdout)});
  };
  if (!config.screenReader) stdout.on('resize', redraw);
  const options = (): RunOptions => runOptions(config, store.current().about?.resumed?.settings);
  const outside = {redraw, suspend: () => suspension.suspend(), quit: (exitCode: number) => finish({exitCode})};
  const controls = {...createControls(store, client, options, outside), ...screen.controls};
  const onGone = (): void => finish({exitCode: exitCodes.hangUp});
  stdout.on('error', onGone);
  const onKey = createInputHandler(store, controls);
  const reader = readTerminal(stdin, event => (event.type === 'answer' ? screen.hear(event) : onKey(event)), onGone);
  const stopListening = listenToProcess(finish, () => screen.close());
  const suspension = suspendable(modesOf(reader, screen, redraw));
  screen.open();
  const outcome = await finished;
  await screen.settled();
  screen.end();
  suspension.end();
  const isThere = reader.stop();
  screen.close();
  stdout.off('resize', redraw);
  await client.close();
  stopListening();
  // Node aborts where it ends without its terminal; the signal that says so ends it in order.
  if (!isThere) process.kill(process.pid, 'SIGHUP');
  return exitCodeOf(outcome, store.current());
}

/** What shows the dashboard on standard output. */
function displayOf({screenReader, color, theme: background}: Config, store: Store): Display {
  const {stdout} = process;
  return screenReader ? spokenDisplay(stdout, store) : drawnDisplay(stdout, store, {color, background});
}

/** What ends the dashboard, and the promise of how. */
function ending(): {finish: (outcome: Outcome) => void; finished: Promise<Outcome>} {
  let finish: (outcome: Outcome) => void = () => {};
  const finished = new Promise<Outcome>(resolve => {
    finish = resolve;
  });
  return {finish, finished};
}

/** What the dashboard does to the terminal, given back to the shell and taken again. */
function modesOf(reader: TerminalReader, screen: Display, redraw: () => void): Modes {
  return {
    settled: () => screen.settled(),
    leave() {
      reader.pause();
      screen.close();
    },
    enter() {
      reader.resume();
      screen.open();
      redraw();
    },
  };
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

/** Hears of signals, of errors that nobody caught, and of the end of the process; returns what makes it deaf again. */
function listenToProcess(finish: (outcome: Outcome) => void, restore: () => void): () => void {
  const onError = (error: unknown): void => finish({error});
  const onSignal = (signal: NodeJS.Signals): void =>
    finish({exitCode: signalCodes[signal as keyof typeof signalCodes]});
  process.on('uncaughtException', onError);
  process.on('exit', restore);
  for (const signal of Object.keys(signalCodes)) process.on(signal, onSignal);
  return () => {
    process.off('uncaughtException', onError);
    process.off('exit', restore);
    for (const signal of Object.keys(signalCodes)) process.off(signal, onSignal);
  };
}
