import {type Instance, render} from 'ink';
import type {ReactElement} from 'react';
import type {Config} from '../config/options.js';
import {engineRecord} from '../engines/catalogue.js';
import {UserError} from '../errors.js';
import {exitCodes, signalCodes} from '../exit-codes.js';
import {noticeTimer} from '../state/notices.js';
import {initialRunState, type RunState} from '../state/run-state.js';
import {watchedDigit} from '../state/selectors.js';
import {createStore, type Store} from '../state/store.js';
import {readTerminal, type TerminalReader} from '../terminal/reader.js';
import {sizeOf} from '../terminal/size.js';
import {type Modes, suspendable} from '../terminal/suspend.js';
import {createTheme} from '../text/theme.js';
import {startTraining, type TrainingClient} from '../training/client.js';
import type {RunOptions, TrainingEvent} from '../training/protocol.js';
import {placeName} from '../training/runs/place.js';
import {App} from '../ui/app.js';
import {createControls, createInputHandler} from '../ui/controls.js';
import {Screen} from '../ui/screen.js';
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
  const store = openStore(initial, client);

  const screen = new Screen(stdout);
  const redraw = (): void => {
    screen.clear();
    store.dispatch({type: 'resize', ...sizeOf(stdout)});
  };
  stdout.on('resize', redraw);
  const options = (): RunOptions => runOptions(config, store.current().about?.resumed?.settings);
  const outside = {redraw, suspend: () => suspension.suspend(), quit: (exitCode: number) => finish({exitCode})};
  const controls = createControls(store, client, options, outside);
  const onGone = (): void => finish({exitCode: exitCodes.hangUp});
  stdout.on('error', onGone);
  const reader = readTerminal(stdin, createInputHandler(store, controls), onGone);
  const stopListening = listenToProcess(finish, () => screen.close());
  const suspension = suspendable(modesOf(reader, screen, redraw));
  screen.open();
  const theme = createTheme(stdout, process.env, process.platform, config.color);
  const ink = renderOn(screen, <App store={store} theme={theme} />);
  const outcome = await finished;
  ink.unmount();
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

/** The store, with what happens by itself when the state changes. */
function openStore(initial: RunState, client: TrainingClient): Store {
  const watchDigit = digitWatcher(client);
  const timeNotice = noticeTimer(() => store.dispatch({type: 'notice-ended'}));
  const store = createStore(initial, state => {
    watchDigit(state);
    timeNotice(state);
  });
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

/** What the dashboard does to the terminal, given back to the shell and taken again. */
function modesOf(reader: TerminalReader, screen: Screen, redraw: () => void): Modes {
  return {
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
