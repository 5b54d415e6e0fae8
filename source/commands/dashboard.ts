import {languageNote} from '../config/language.js';
import type {Config} from '../config/options.js';
import {engineRecord} from '../engines/catalogue.js';
import {exitCodes} from '../exit-codes.js';
import {endByForce} from '../force.js';
import {type Action, isOutside, type OutsideAction} from '../state/actions.js';
import {seenOf} from '../state/drawn.js';
import {withoutLesson} from '../state/lesson.js';
import {noticeTimer} from '../state/notices.js';
import {type Start, type State, startState} from '../state/state.js';
import {createStore, type Found, type Frame, frames, type Store} from '../state/store.js';
import {commandsBetween, commandsOfFrame} from '../state/wish.js';
import {startGuard} from '../terminal/guard.js';
import {closing, type TerminalUse} from '../terminal/modes.js';
import {sizeOf} from '../terminal/size.js';
import {type TakenTerminal, takeTerminal} from '../terminal/terminal.js';
import {startTraining, type TrainingClient} from '../training/client.js';
import {failure} from '../training/fault.js';
import type {Command, TrainingEvent} from '../training/protocol.js';
import {placeName} from '../training/runs/place.js';
import type {Display} from '../ui/display.js';
import {drawnDisplay} from '../ui/drawn-display.js';
import {actionOf} from '../ui/keys.js';
import {receiptLines} from '../ui/receipt.js';
import {spokenDisplay} from '../ui/spoken-display.js';
import {createDrawings, type Drawings} from './drawings.js';
import {ending, exitCodeOf, listenToProcess} from './ending.js';
import {createLessons, type Lessons} from './lessons.js';
import {printLines} from './print-lines.js';
import {createSeeker} from './seeker.js';
import {workerSettings} from './session.js';
import {createSurveyor} from './surveyor.js';
import {createTurns} from './turns.js';

/**
 * The dashboard, on a terminal. There is one way out: whatever ends it, the terminal is restored and the worker ends.
 * @param isLesson whether the lesson is open from the start
 */
export async function dashboard(config: Config, isLesson = false): Promise<number> {
  const use = terminalUse(config);
  const [settings, guard] = await Promise.all([workerSettings(config, true), startGuard(closing[use])]);
  const end = ending();
  const client = startTraining(settings, event => {
    // A driver or library may have written over the screen while it was loaded.
    if (isOpening(event, store.current())) terminal.screen.clear();
    store.receive(event);
    if (event.type === 'failed') end.finish({error: failure(event)});
  });
  const {store, drawings, lessons} = openStore(
    {...config, ...sizeOf(process.stdout), place: placeName(settings.save), isLesson},
    client,
    frames[config.screenReader ? 'lines' : 'screen'],
  );
  const display: Display = config.screenReader ? spokenDisplay(store) : drawnDisplay(store, config);
  const outside: Outside = {
    suspend: () => terminal.suspend(),
    redraw: () => terminal.redraw(),
    quit: ({exitCode}) => end.finish({exitCode}),
    ...drawings.outside,
  };
  const stopListening = listenToProcess(end, () => terminal.close());
  const terminal = takeTerminal(use, guard, {
    onInput(event) {
      if (event.type === 'answer') return display.hear(event);
      const action = actionOf(store.current(), event);
      if (action === undefined || display.takes(action)) return;
      if (isOutside(action)) carryOut(outside, action);
      else store.act(action);
    },
    settled: display.settled,
    onRedraw() {
      display.clear();
      store.act({type: 'resize', ...sizeOf(process.stdout)});
    },
    onGone: () => end.finish({exitCode: exitCodes.hangUp}),
    onStray: notice => store.act({type: 'say', once: false, notice}),
  });
  display.open(terminal);
  const outcome = await end.finished;
  display.end();
  const exitCode = 'exitCode' in outcome ? outcome.exitCode : exitCodes.failed;
  await leave(terminal, () => Promise.all([client.close(exitCode), lessons.written()]), exitCode);
  stopListening();
  if (exitCode !== exitCodes.hangUp) printLines(receiptLines(withoutLesson(store.current())));
  return exitCodeOf(outcome, store.current().screen.saveFault);
}

/** What the terminal is used for. */
function terminalUse({screenReader, mouse}: Config): TerminalUse {
  if (!screenReader) return mouse ? 'mouse' : 'screen';
  return process.env.TERM === 'dumb' ? 'dumb' : 'lines';
}

/** Gives the terminal back and closes what is open; of a terminal that is not there any more, the process takes no leave. */
async function leave(terminal: TakenTerminal, close: () => Promise<unknown>, exitCode: number): Promise<void> {
  const left = await terminal.leave();
  await close();
  terminal.release();
  // What is still to be written would be waited for.
  if (left === 'stuck') process.exit(exitCode);
  // In the background Node would be stopped where it resets the terminal.
  if (left === 'away') endByForce(exitCode);
  if (left !== 'gone') return;
  // Node aborts where it ends without its terminal; the signal that says so ends it in order.
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** Whether an event tells of an engine with a package of its own that has taken over. */
function isOpening(event: TrainingEvent, {session}: State): boolean {
  const name = event.type === 'status' ? event.engine?.name : undefined;
  return name !== undefined && name !== session.status.engine?.name && engineRecord(name).package !== undefined;
}

/** The store, with what follows from its changes: what the worker is told, the end of a notice, kept drawings. */
function openStore(
  start: Start & Pick<Config, 'lang'> & {readonly isLesson: boolean},
  client: TrainingClient,
  frame: Frame,
): {readonly store: Store; readonly drawings: Drawings; readonly lessons: Lessons} {
  const timeNotice = noticeTimer(() => store.act({type: 'notice-ended'}));
  const current = (): State => store.current();
  const beside = {current, find: (found: Found) => store.find(found), takeTurns: createTurns()};
  const [survey, seek] = [createSurveyor(beside), createSeeker(beside)];
  const drawings = createDrawings({
    current,
    act: (action: Action) => store.act(action),
    seen: () => seenOf(current().drawing),
  });
  const lessons = createLessons({current, act: (action: Action) => store.act(action)});
  const tell = (commands: readonly Command[]): void => commands.forEach(client.send);
  const store = createStore(
    startState(start),
    (before, after) => {
      tell(commandsBetween(before, after));
      timeNotice(after.screen);
      survey();
      drawings.look();
      seek();
      lessons.look();
    },
    frame,
  );
  let drawn = store.shown();
  store.subscribe(() => {
    tell(commandsOfFrame(drawn, store.shown()));
    drawn = store.shown();
  });
  if (start.isLesson) store.act({type: 'view', view: 'lesson'});
  const note = languageNote(start.lang, process.env);
  if (note !== undefined) store.act({type: 'say', once: false, notice: note});
  return {store, drawings, lessons};
}

/** What is done with the terminal and the process. */
type Outside = {readonly [Type in OutsideAction['type']]: (action: Extract<OutsideAction, {type: Type}>) => void};

function carryOut<Type extends OutsideAction['type']>(
  outside: Outside,
  action: Extract<OutsideAction, {type: Type}>,
): void {
  const type: Type = action.type;
  outside[type](action);
}
