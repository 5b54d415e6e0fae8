import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {BackgroundQuestion, backgroundOf, canBeAsked} from '../../source/terminal/background.js';
import {fakeClock} from '../helpers/clock.js';
import {csi, eventsOf} from '../helpers/terminal-input.js';

const white = '\u001B]11;rgb:ffff/ffff/ffff\u001B\\';
const black = '\u001B]11;rgb:0000/0000/0000\u0007';
const fence = `${csi}?62;22c`;

/** A question, what it has written and what came of it. */
function open(): {
  question: BackgroundQuestion;
  answer: (bytes: string) => void;
  written: string[];
  backgrounds: string[];
} {
  const written: string[] = [];
  const backgrounds: string[] = [];
  const question = new BackgroundQuestion(background => backgrounds.push(background));
  return {
    question,
    written,
    backgrounds,
    answer(bytes) {
      for (const event of eventsOf(bytes)) {
        assert.ok(event.type === 'answer');
        question.hear(event);
      }
    },
  };
}
const ask = (): ReturnType<typeof open> => {
  const opened = open();
  opened.question.ask({write: text => opened.written.push(text)});
  return opened;
};

describe('the question for the background', () => {
  it('is OSC 11 with the device attributes behind it as a fence', () => {
    assert.deepEqual(ask().written, ['\u001B]11;?\u001B\\\u001B[c']);
  });

  it('is answered by a colour before the fence, however late, and by none behind it or unasked', () => {
    const asked = ask();
    asked.answer(`${csi}3;4R${white}`);
    assert.deepEqual(asked.backgrounds, ['light']);
    asked.answer(fence + black);
    assert.deepEqual(asked.backgrounds, ['light']);
    const unasked = open();
    unasked.answer(white);
    assert.deepEqual(unasked.backgrounds, []);
  });

  it('is not answered by the colour of text', () => {
    const asked = ask();
    asked.answer('\u001B]10;rgb:ffff/ffff/ffff\u001B\\');
    assert.deepEqual(asked.backgrounds, []);
  });

  it('holds the terminal back from the shell until the fence has come, at most 100 ms', async context => {
    const clock = fakeClock(context);
    const settled = async (question: BackgroundQuestion): Promise<string[]> => {
      const done: string[] = [];
      void question.settled().then(() => done.push('settled'));
      await Promise.resolve().then(() => {});
      return done;
    };
    const silent = ask();
    const waiting = await settled(silent.question);
    clock.advance(99);
    await Promise.resolve().then(() => {});
    assert.deepEqual(waiting, []);
    clock.advance(1);
    await Promise.resolve().then(() => {});
    assert.deepEqual(waiting, ['settled']);

    const late = ask();
    const heard = await settled(late.question);
    late.answer(white);
    await Promise.resolve().then(() => {});
    assert.deepEqual(heard, []);
    late.answer(fence);
    await Promise.resolve().then(() => {});
    assert.deepEqual(heard, ['settled']);
    assert.equal(clock.waiting(), 0);
    assert.deepEqual(await settled(late.question), ['settled']);
    assert.deepEqual(await settled(open().question), ['settled']);
  });

  it('is not put to the Linux console and dumb terminals', () => {
    assert.deepEqual([{TERM: 'xterm-256color'}, {}, {TERM: 'linux'}, {TERM: 'dumb'}].map(canBeAsked), [
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a background', () => {
  const of = (hex: string): string => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    return backgroundOf({red, green, blue});
  };

  it('is light where black text reads better, as in the light schemes that are in use', () => {
    for (const light of ['ffffff', 'fdf6e3', 'fbf1c7', 'eff1f5', 'c0c0c0', '00ff00'])
      assert.equal(of(light), 'light', light);
    for (const dark of ['000000', '1e1e1e', '002b36', '282a36', '300a24', '0000ff', '5f5f5f']) {
      assert.equal(of(dark), 'dark', dark);
    }
  });
});
