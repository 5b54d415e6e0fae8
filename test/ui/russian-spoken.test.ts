import '../helpers/in-russian.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {adviceOf} from '../../source/state/adviser/advice.js';
import {sentenceOf} from '../../source/text/advice.js';
import {explainLines} from '../../source/ui/overlays/explain.js';
import {numberSentences} from '../../source/ui/overlays/numbers.js';
import {whySentences} from '../../source/ui/overlays/why.js';
import {keyLines} from '../../source/ui/spoken-display.js';
import {spokenLines} from '../../source/ui/spoken-lines.js';
import {advice} from '../../source/words/adviser.js';
import {fill} from '../../source/words/fill.js';
import {cases, good} from '../helpers/advice-cases.js';
import {frameStates} from '../helpers/frame-states.js';
import {strangeWords} from '../helpers/whole-words.js';

/** Words of paths and of a dataset's name, and names of keys. */
const besides = ['home', 'someone', 'local', 'share', 'runs', 'scrambled', 'Left', 'Right', 'Up', 'Down', 'mnist'];

describe('in Russian', () => {
  it('a screen reader is told nothing English', () => {
    for (const [name, state] of Object.entries(frameStates)) {
      const lines = [...spokenLines(undefined, state), ...numberSentences(state), ...whySentences(state)];
      assert.ok(lines.length > 3, name);
      assert.deepEqual(strangeWords(lines, besides), [], `${name}\n${lines.join('\n')}`);
    }
    const lines = [...keyLines(frameStates.training), ...explainLines(frameStates.training)];
    assert.deepEqual(strangeWords(lines, besides), []);
  });

  it('the adviser says whole sentences, which fit the last line of 80 columns briefly', () => {
    // Beside it stand the key of the advice, that of all keys, and that to quit.
    const room = 80 - 'v  '.length - '? клавиши  q выход'.length - 1;
    for (const [name, {speaks}] of Object.entries(cases)) {
      const advised = adviceOf({...good, ...speaks});
      assert.ok(advised.some(({rule}) => rule === name));
      for (const {message, brief, fix, plainFix} of advised) {
        for (const text of [message, brief, fix, plainFix].map(sentenceOf)) {
          assert.doesNotMatch(text, /[{}]/, name);
          assert.deepEqual(strangeWords([text], ['mistakes', 'batch']), [], text);
        }
        const hint = fill(advice.one, {first: sentenceOf(brief)});
        assert.ok(hint.length <= room, `${name}: ${hint}`);
      }
    }
  });
});
