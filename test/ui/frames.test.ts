import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {layout} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frame-theme.js';
import {drawnLines, frameName, keptFrames, type Wanted} from '../helpers/frames.js';
import {comparingRows} from '../helpers/ink-rows.js';
import {firstWrong, oracleConfusion, oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted} from '../helpers/state.js';
import {framedPanels, framesToKeep, wantedFrames} from '../helpers/wanted-frames.js';

const panels = [...new Set(Object.values(views).flatMap(view => view.panels))];
const visible = (wanted: Wanted): string[] => drawnLines(wanted).map(line => stripVTControlCharacters(line));
const panelOf = (name: string): Wanted['panel'] => wantedFrames(name)[0].panel;
/** A panel's lines in the state of a training, on a terminal with Unicode and colours. */
const linesOf = (name: string, size: Wanted['size'], state: Wanted['state'] = 'training'): string[] =>
  visible({panel: panelOf(name), state, size, kind: 'Unicode, colours'});

const [toKeep, compared] = comparingRows(framesToKeep);

describe('the frames', () => {
  it('are the same by rows that are put together whole as by Ink, character by character', () => {
    assert.ok(compared > 50);
  });

  // Drawn anew by test/tools/frames.ts, and read by somebody.
  for (const [file, frames] of toKeep) {
    const kept = keptFrames(file);
    for (const [name, text] of frames) {
      it(`are as they are kept: ${name}`, () => {
        assert.equal(text, kept.get(name));
      });
    }

    it(`are drawn, all that are kept of ${file}`, () => {
      assert.deepEqual([...kept.keys()], [...frames.keys()]);
    });
  }

  it('are there for every panel', () => {
    assert.deepEqual([...framedPanels].sort(), [...new Set(panels.map(({name}) => name))].sort());
  });
});

/** Panels whose pictures, or words for their colours, are others in colours. */
const pictures = ['digit', 'lights', 'map', 'picture', 'unit', 'tiles', 'canvas', 'sees', 'flips'];

describe('a panel', () => {
  for (const name of framedPanels) {
    it(`says the same without colours: ${name}`, () => {
      for (const wanted of wantedFrames(name)) {
        if (!wanted.kind.endsWith('colours')) continue;
        const without = visible({...wanted, kind: wanted.kind === 'ASCII, colours' ? 'ASCII' : 'Unicode'});
        // A picture in colours is another; what stands over it is not.
        const [said, expected] = pictures.includes(name)
          ? [visible(wanted)[0], without[0]]
          : [visible(wanted), without];
        assert.deepEqual(said, expected, frameName(wanted));
      }
    });

    it(`is plain ASCII where there is no Unicode: ${name}`, () => {
      for (const wanted of wantedFrames(name)) {
        if (wanted.kind.startsWith('ASCII')) assert.match(visible(wanted).join('\n'), /^[\n -~]*$/, frameName(wanted));
      }
    });
  }

  it('is never wider than its place', () => {
    const wide = new Set<string>();
    // Many sizes of the terminal give a panel the same place.
    const drawn = new Set<string>();
    for (const view of Object.values(views))
      for (let columns = 40; columns <= 220; columns += 9) {
        for (let rows = 12; rows <= 70; rows += 5) {
          for (const {panel, size} of layout(columns, rows, view.panels)?.places ?? []) {
            const place = `${panel.name} ${size.columns} ${size.lines}`;
            if (drawn.has(place)) continue;
            drawn.add(place);
            const lines = panel.draw(frameStates.training, size, themeOf('Unicode, colours')).slice(0, size.lines);
            for (const line of lines.map(text => stripVTControlCharacters(text))) {
              if (line.length > size.columns) wide.add(`${size.columns}: ${line}`);
            }
          }
        }
      }
    assert.deepEqual([...wide], []);
  });

  it('fills its place when it has all that it shows', () => {
    for (const [name, size] of [
      ['digit', [14, 8]],
      ['digit', [28, 15]],
      ['digit', [56, 29]],
      ['training', [28, 6]],
      ['prediction', [50, 11]],
      ['prediction', [50, 3]],
      ['chart', [50, 3]],
      ['chart', [50, 7]],
      ['chart', [120, 24]],
      ['wall', [70, 13]],
      ['wall', [90, 16]],
      ['confusion', [52, 12]],
      ['confusion', [52, 13]],
    ] as const) {
      assert.equal(linesOf(name, size).length, size[1], `${name} in ${size[1]} lines`);
    }
  });
});

describe('the numbers in a frame', () => {
  it('are the scores that PyTorch has for the digit, and its answer', () => {
    for (const index of [0, 1, 2, firstWrong, 9999]) {
      const state = acted(frameStates.training, {type: 'move-to', index});
      const [title, ...lines] = panelOf('prediction').draw(state, {columns: 50, lines: 11}, themeOf('ASCII'));
      const scores = oracleScores(index);
      const answer = scores.indexOf(Math.max(...scores));
      const label = testLabels[index];
      assert.ok(title.includes(`answer ${answer}, ${answer === label ? 'right' : 'wrong'} `), title);
      lines.forEach((line, digit) => {
        const [, mark, name, score, isLabel] =
          /^(.) (\d) [<# ]*\|[>#: ]* (-?\d\.\d\d) [_.=+*#@-]{0,8}( label)?$/.exec(line) ?? [];
        assert.deepEqual([mark, name], [digit === answer ? '>' : ' ', String(digit)], line);
        assert.ok(Math.abs(Number(score) - scores[digit]) < 0.00501, `${line} for ${scores[digit]}`);
        assert.equal(isLabel !== undefined, digit === label && digit !== answer, line);
      });
    }
  });

  it('are the counts of right and wrong answers, each in its row and column', () => {
    const [, header, ...rows] = linesOf('confusion', [52, 12]);
    const numbers = (line: string): number[] =>
      line
        .trim()
        .split(/ +/)
        .map(text => (text === '·' ? 0 : Number(text)));
    const shares = rows.map(row => / ([\d.]+) %$/.exec(row)?.[1]);
    assert.deepEqual(
      shares,
      rows.map((_, label) => {
        const counts = oracleConfusion.slice(label * 10, label * 10 + 10);
        return ((100 * counts[label]) / counts.reduce((sum, count) => sum + count)).toFixed(1);
      }),
    );
    assert.deepEqual(numbers(header), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(
      rows.map(row => numbers(row.replace(/ +[\d.]+ %$/, ''))),
      Array.from({length: 10}, (_, label) => [label, ...oracleConfusion.slice(label * 10, label * 10 + 10)]),
    );
    assert.equal(
      rows.flatMap(row => numbers(row.replace(/ +[\d.]+ %$/, '')).slice(1)).reduce((sum, count) => sum + count),
      10_000,
    );
  });

  it('are the losses of the newest weights, and of the moment that is looked at', () => {
    assert.match(linesOf('chart', [50, 10])[0], /train 0\.0123 .*test 0\.0079/);
    const {meanLoss} = frameStates.training.runs.list[0].timeline.find(({step}) => step === 100)?.found ?? {};
    assert.match(linesOf('chart', [50, 10], 'back')[0], new RegExp(`step 100: .*test ${meanLoss?.toFixed(4)}`));
  });

  it('are how far the training is and the figures of its latest epoch', () => {
    assert.deepEqual(linesOf('training', [33, 6]), [
      '─ 97.3 % +0.4 points ────────────',
      '270 wrong at step 2,340',
      'Epoch 6 of 20, 26 % ███░░░░░░░░░░',
      'step 2,463, pace watch',
      '✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓ 24',
      'waits for epoch 7',
    ]);
  });

  it('are the answers to the first digits, as PyTorch gives them', () => {
    const answers = linesOf('wall', [70, 13])
      .filter(line => /[✓✗]/.test(line))
      .join(' ')
      .match(/[✓✗] \d/g);
    const expected = Array.from({length: 24}, (_, index) => {
      const scores = oracleScores(index);
      const answer = scores.indexOf(Math.max(...scores));
      return `${answer === testLabels[index] ? '✓' : '✗'} ${answer}`;
    });
    assert.deepEqual(answers, expected);
  });

  it('are those of the moment that is looked at, and then that one looks back', () => {
    const {accuracy = 0, confusion = []} =
      frameStates.training.runs.list[0].timeline.find(({step}) => step === 100)?.found ?? {};
    const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, digit) => sum + confusion[11 * digit], 0);
    const [title, wrong, back, live] = linesOf('training', [56, 6], 'back');
    assert.match(title, new RegExp(`^─ ${(100 * accuracy).toFixed(1)} % \\+`));
    assert.equal(wrong, `${10_000 - right} of 10,000 wrong`);
    assert.deepEqual([back, live.slice(0, 16)], ['step 100, looking back: ] to live', 'live: step 2,463']);
  });
});
