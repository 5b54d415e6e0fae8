import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../../source/state/actions.js';
import {afterEvent} from '../../../source/state/after-event.js';
import {trainingOptions} from '../../../source/state/session.js';
import type {State} from '../../../source/state/state.js';
import {adviceLines, adviceOverlay} from '../../../source/ui/overlays/advice.js';
import {footer} from '../../../source/ui/panels/footer.js';
import {spokenLines} from '../../../source/ui/spoken-lines.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {acted, ended, epochDone, idle, progress, runOptions, started, status, told} from '../../helpers/state.js';

const {broken, training} = frameStates;
const theme = themeOf('Unicode');
const draw = (state: State): string => adviceOverlay.draw(state, {columns: 200, lines: 40}, theme).join('\n');

/** A run at a rate that is far too high, after some steps. */
const begun = told(
  acted(idle, {type: 'train'}),
  {
    ...status,
    phase: 'training',
    stretch: 1,
    settings: {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1, learningRate: 0.02},
  },
  started()[1],
);
const exploded = told(begun, progress(1, 2, [0.11, 7.7]));

describe('what the adviser notices', () => {
  it('stands in the footer from the step on that shows it, the two most severe, beside all keys and quit', () => {
    assert.match(
      footer(exploded, 80, theme)[0] ?? '',
      /^v advice: Step 1 raised the loss from 0\.110 to 7\.70\..*\? keys {2}q quit$/,
    );
    const [line = ''] = footer(broken, 120, theme);
    assert.match(line, /^v advice: loss 0\.115 to 7\.85 by step 1; 128 of 128 units dead {2}.*\? keys {2}q quit$/);
    for (let columns = 40; columns <= 240; columns++)
      assert.ok((footer(broken, columns, theme)[0] ?? '').length <= columns);
    assert.doesNotMatch(footer(training, 80, theme)[0] ?? '', /advice/);
  });

  it('is there whole, with what to do, and what it was earlier', () => {
    const text = draw(broken);
    assert.match(
      text,
      /Step 1 raised the loss from 0\.115 to 7\.85\.\n {2}Lowering .* repairs nothing\. Start afresh with 0\.001: /,
    );
    assert.match(text, /answers 2 for 10,000 of 10,000 digits/);
    assert.equal(draw(training), 'Nothing to advise so far.');
    const rates = [0.6, 0.62, 0.65].map((accuracy, index) => ({
      ...epochDone(index + 1),
      ...{accuracy, meanTestLoss: 0.07 - index / 100, meanTrainLoss: 0.07 - index / 100},
    }));
    const low = told(
      begun,
      {
        ...status,
        phase: 'training',
        stretch: 1,
        settings: {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1, learningRate: 1e-5},
      },
      progress(3, 468, [0.05]),
      ...rates,
    );
    assert.match(draw(low), /^What the adviser notices .*\n\n65\.0 % right and still \+3\.0 points an epoch/);
    const later = told(low, {...epochDone(4), accuracy: 0.93, meanTestLoss: 0.03, meanTrainLoss: 0.03});
    assert.match(draw(later), /^Noticed earlier in this run\n\n65\.0 % right/);
  });

  it('is told to a screen reader once, however often it is noticed', () => {
    const first = told(exploded, epochDone(1));
    const lines = spokenLines(exploded, first).filter(line => line.startsWith('Advice'));
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      /^Advice: Step 1 raised the loss from 0\.110 to 7\.70\. Lowering .* Start afresh with 0\.001: /,
    );
    const next = told(first, epochDone(2));
    assert.deepEqual(
      spokenLines(first, next).filter(line => line.startsWith('Advice')),
      [],
    );
    assert.deepEqual(adviceLines(exploded).length, 2);
    assert.deepEqual(adviceLines(idle), ['Nothing to advise so far.']);
  });

  it('is of a run that stopped at no number which step it was, until it goes on', () => {
    const diverged = told(afterEvent(begun, {type: 'not-finite', run: 1, step: 2}), ...ended('diverged', 0));
    assert.match(draw(diverged), /Stopped at step 2: the loss is no longer a number\./);
    const again = told(acted(diverged, {type: 'train'}), ...started(2));
    assert.match(draw(again), /^Noticed earlier in this run\n\nStopped at step 2/);
    const afresh = acted(diverged, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'});
    assert.equal(draw(afresh), 'Nothing to advise so far.');
  });

  it('names after a run that stopped in its first epoch a rate below the one it had, and keys that work', () => {
    const [idly, end] = ended('diverged', 0);
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1, learningRate: 0.02};
    const diverged = told(afterEvent(begun, {type: 'not-finite', run: 1, step: 2}), {...idly, settings}, end);
    assert.match(draw(diverged), /Start afresh with a learning rate of 0\.001: lower it with -, then press r or s\./);
    const session = {...diverged.session, options: {...runOptions, learningRate: 0.02}};
    const lowered = acted({...diverged, session}, ...new Array<Action>(4).fill({type: 'rate', by: -1}));
    assert.equal(trainingOptions(lowered).learningRate, 0.001);
    assert.match(draw(lowered), /Start afresh with a learning rate of 0\.001: /);
    for (const to of ['same', 'next'] as const) {
      const afresh = acted(lowered, {type: 'reset', to});
      assert.equal(afresh.runs.open, 2);
      assert.equal(trainingOptions(afresh).learningRate, 0.001);
    }
  });
});
