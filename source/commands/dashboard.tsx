import {render} from 'ink';
import type {Config} from '../config.js';
import {initialRunState, type RunState} from '../state/run-state.js';
import {watchedDigit} from '../state/selectors.js';
import {createStore} from '../state/store.js';
import {createTheme} from '../text/theme.js';
import {startTraining} from '../training/client.js';
import type {TrainingEvent} from '../training/protocol.js';
import {App} from '../ui/app.js';
import {createKeyHandler} from '../ui/controls.js';
import {Screen} from '../ui/screen.js';
import {failure, modelPath, runOptions, workerSettings} from './session.js';

/** How the dashboard ended: with an exit code, or with what went wrong. */
type Outcome = {readonly exitCode: number} | {readonly error: unknown};

const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;

/** The dashboard, on a terminal. There is one way out: whatever ends it, the terminal is restored and the worker ends. */
export async function dashboard(config: Config): Promise<number> {
  const {stdout, stdin} = process;
  let finish: (outcome: Outcome) => void = () => {};
  const finished = new Promise<Outcome>(resolve => {
    finish = resolve;
  });
  const {hidden, seed, split, index, art} = config;
  const run = {...runOptions(config), saveTo: modelPath(config)};

  const onEvent = (event: TrainingEvent): void => {
    // A driver or library may have written over the screen while it was loaded.
    if ((event.type === 'ready' || event.type === 'engine-changed') && event.engine !== 'wasm') screen.clear();
    store.dispatch(event);
    if (event.type === 'failed') finish({error: failure(event)});
  };
  const client = startTraining(workerSettings(config), onEvent);
  let watched: ReturnType<typeof watchedDigit>;
  const watch = (state: RunState): void => {
    const wanted = watchedDigit(state);
    if (wanted?.split === watched?.split && wanted?.index === watched?.index) return;
    watched = wanted;
    client.send(wanted === undefined ? {type: 'unwatch'} : {type: 'watch', ...wanted});
  };
  const size = {columns: stdout.columns, rows: stdout.rows};
  const store = createStore(initialRunState({seed, hidden, split, index, art, ...size}), watch);

  const screen = new Screen(stdout);
  const onResize = (): void => {
    screen.clear();
    store.dispatch({type: 'resize', columns: stdout.columns, rows: stdout.rows});
  };
  const onError = (error: unknown): void => finish({error});
  const onSignal = (signal: NodeJS.Signals): void => finish({exitCode: signals[signal as keyof typeof signals]});
  const restore = (): void => screen.close();
  stdout.on('resize', onResize);
  process.on('uncaughtException', onError);
  process.on('exit', restore);
  for (const signal of Object.keys(signals)) process.on(signal, onSignal);

  screen.open();
  const theme = createTheme(stdout, process.env, process.platform, config.color);
  const pressKey = createKeyHandler(store, client, run, exitCode => finish({exitCode}));
  const ink = render(<App store={store} theme={theme} pressKey={pressKey} />, {
    // In debug mode Ink writes whole frames and nothing else, which is all that Screen takes.
    stdout: screen as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const outcome = await finished;
  ink.unmount();
  screen.close();
  stdout.off('resize', onResize);
  await client.close();
  process.off('uncaughtException', onError);
  process.off('exit', restore);
  for (const signal of Object.keys(signals)) process.off(signal, onSignal);
  if ('error' in outcome) throw outcome.error;
  return outcome.exitCode;
}
