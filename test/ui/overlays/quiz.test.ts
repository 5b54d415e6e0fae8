import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../../source/state/actions.js';
import type {State} from '../../../source/state/state.js';
import {createStore} from '../../../source/state/store.js';
import {keyEvent} from '../../../source/terminal/events.js';
import {actionOf} from '../../../source/ui/keys.js';
import {quizOverlay} from '../../../source/ui/overlays/quiz.js';
import {footer} from '../../../source/ui/panels/footer.js';
import {spokenDisplay} from '../../../source/ui/spoken-display.js';
import {frameStates} from '../../helpers/frame-states.js';
import {type Kind, themeOf} from '../../helpers/frame-theme.js';
import {acted} from '../../helpers/state.js';

const {training} = frameStates;
const opened = acted(training, {type: 'open-quiz'});
const draw = (state: State, columns = 80, lines = 20, kind: Kind = 'ASCII'): string[] => [
  ...quizOverlay.draw(state, {columns, lines}, themeOf(kind)),
];
const flat = (state: State, columns?: number, lines?: number): string =>
  draw(state, columns, lines).join(' ').replaceAll(/\s+/g, ' ');
/** What a key does, if it leaves the dashboard running. */
function pressed(state: State, ...names: readonly string[]): State {
  return names.reduce((now, name) => {
    const text = name.length === 1 ? name : '';
    const action = actionOf(now, keyEvent(name, text));
    return action === undefined ? now : acted(now, action);
  }, state);
}
/** What is asked for, answered as its label is, or one beside it. */
function answer(state: State, isRight: boolean): State {
  const asked = state.quiz?.digits[state.quiz.guesses.length];
  assert.ok(asked !== undefined);
  return pressed(state, String(isRight ? asked.label : (asked.label + 1) % 10), ' ');
}

describe('the quiz over the panels', () => {
  it('shows the digit and neither its label nor the answer of the network until the user has answered', () => {
    const {quiz} = opened;
    assert.ok(quiz !== undefined);
    const others = quiz.digits.map(each => ({...each, label: (each.label + 3) % 10, machine: (each.machine + 5) % 10}));
    assert.deepEqual(draw({...opened, quiz: {...quiz, digits: others}}), draw(opened));
    assert.match(flat(opened), /digit 1 of 20 .*Which digit is it\?/);
    assert.match(flat(opened), /20 test digits that the network finds hard/);
    const [first] = quiz.digits;
    const told = pressed(opened, String(first?.label));
    assert.match(
      flat(told),
      new RegExp(`the label is ${first?.label} .*you: ${first?.label}, right .*machine: ${first?.machine}, `),
    );
  });

  it('fits every size, and is plain ASCII where there is no Unicode', () => {
    const told = pressed(opened, '3');
    for (const state of [opened, told]) {
      for (const [columns, lines] of [
        [40, 8],
        [54, 18],
        [80, 20],
        [100, 26],
        [200, 46],
      ] as const) {
        const drawn = draw(state, columns, lines);
        assert.ok(drawn.length <= lines, `${drawn.length} of ${lines} lines`);
        for (const line of drawn) assert.match(line, new RegExp(`^[ -~]{0,${columns}}$`));
        assert.match(flat(state, columns, lines), state === told ? /machine: \d/ : /Which digit is it\?/);
      }
    }
  });

  it('says at the end both scores, where they differed, and a line to share in plain text', () => {
    let state = opened;
    for (let place = 0; place < 20; place++) state = answer(state, place % 4 !== 0);
    const machine = state.quiz?.digits.filter(digit => digit.machine === digit.label).length;
    const lines = draw(state);
    assert.equal(lines[0], `You read 15 right, the machine ${machine}, of 20.`);
    assert.ok(lines.includes(`mnist-tui quiz, seed 1: me 15, machine ${machine} of 20`));
    const header = lines.findIndex(line => /^ *index +label +you +machine$/.test(line));
    const wrong = state.quiz?.digits.map((digit, place) => ({
      ...digit,
      you: (digit.label + (place % 4 === 0 ? 1 : 0)) % 10,
    }));
    const expected = wrong
      ?.filter(each => each.you !== each.machine)
      .map(({index, label, you, machine: it}) => [index, label, you, it]);
    assert.deepEqual(
      lines.slice(header + 1).map(line => line.trim().split(/ +/).map(Number)),
      expected,
    );
  });

  it('has class names where the dataset has some, and the number to press for each', () => {
    const classNames = [
      'Top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ];
    const {test} = opened.session.data;
    assert.ok(test !== undefined);
    const named: State = {
      ...opened,
      session: {...opened.session, data: {...opened.session.data, test: {...test, classNames}}},
    };
    assert.match(flat(named), /image 1 of 20 .*Which of these is it\? .*3 Dress .*9 Ankle boot/);
    assert.match(flat(pressed(named, '9')), /you: Ankle boot, (right|wrong)/);
  });
});

describe('keys in the quiz', () => {
  it('belong to it while it is open: digits answer, Space skips and goes on', () => {
    const told = pressed(opened, '2');
    assert.deepEqual([told.screen.view, told.quiz?.guesses, told.quiz?.stage], ['learn', [2], 'tells']);
    assert.equal(pressed(told, ' ').quiz?.stage, 'asks');
    assert.equal(pressed(told, 'return').quiz?.stage, 'asks');
    const skipped = pressed(told, ' ', ' ', ' ');
    assert.deepEqual(skipped.quiz?.guesses, [2, 'skipped']);
    assert.equal(pressed(opened, 'escape').screen.overlay, 'none');
    assert.equal(pressed(pressed(opened, 'escape'), '2').screen.view, 'mistakes');
  });

  it('are refused with what there is to press, and leave the quiz and the network as they are', () => {
    for (const key of ['p', 'w', 't', '?', 'n', 'right', 'tab', 'h', 'f1', '[']) {
      const after = pressed(opened, key);
      assert.equal(after.screen.notice, 'a digit from 0 to 9 answers, Space skips, Esc ends the quiz', key);
      assert.deepEqual({...after, screen: undefined}, {...opened, screen: undefined}, key);
      assert.equal(after.screen.overlay, 'quiz');
    }
    const told = pressed(opened, '2');
    assert.equal(pressed(told, '3').screen.notice, 'Space shows the next digit, Esc ends the quiz');
    assert.deepEqual(pressed(told, '3').quiz, told.quiz);
  });

  it('quit as everywhere', () => {
    const quit = (name: string, ctrl = false): Action | undefined =>
      actionOf(opened, keyEvent(name, ctrl ? '' : name, {ctrl}));
    assert.deepEqual(quit('q'), {type: 'quit', exitCode: 0});
    assert.deepEqual(quit('c', true), {type: 'quit', exitCode: 130});
  });

  it('at the end scroll, begin another quiz, and close', () => {
    let over = acted(opened, {type: 'resize', columns: 40, rows: 12});
    for (let place = 0; place < 20; place++) over = answer(over, false);
    assert.equal(over.quiz?.stage, 'over');
    assert.equal(pressed(over, 'down').screen.overlayTop, 1);
    assert.deepEqual([pressed(over, 'u').quiz?.seed, pressed(over, 'u').quiz?.guesses], [2, []]);
    assert.equal(pressed(over, 'escape').screen.overlay, 'none');
    assert.match(pressed(over, '4').screen.notice ?? '', /Esc closes/);
  });

  it('stand in the last line, with quit, from 40 columns on', () => {
    for (const columns of [40, 80]) {
      const line = (state: State): string => footer(state, columns, themeOf('ASCII')).join('');
      assert.equal(line(opened), '0-9 answer  Space skip  Esc end  q quit');
      assert.equal(line(pressed(opened, '1')), 'Space next  Esc end  q quit');
      assert.equal(line(pressed(opened, '1', 'escape')), 'Esc close  u new  Arrows scroll  q quit');
    }
  });
});

describe('a screen reader', () => {
  it('is told that the quiz is made of pictures', () => {
    const written: string[] = [];
    const display = spokenDisplay(createStore(training, () => {}));
    display.open({write: (text: string) => void written.push(text)} as Parameters<typeof display.open>[0]);
    assert.equal(display.takes({type: 'open-quiz'}), true);
    assert.equal(written.at(-1), 'the quiz needs the screen: its digits are pictures\n');
    display.end();
  });
});
