import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Theme} from '../../../source/text/theme.js';
import {footer} from '../../../source/ui/panels/footer.js';
import {acted, idle, training} from '../../helpers/state.js';

const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};

describe('the footer', () => {
  it('says what the keys that train and pause do now', () => {
    assert.match(footer(idle, 80, plain).join('\n'), /t train {2}Space pause/);
    assert.match(footer(training, 80, plain).join('\n'), /t stop {2}Space pause/);
    assert.match(footer(acted(training, {type: 'pause'}), 80, plain).join('\n'), /t train {2}Space go on/);
    assert.match(footer(acted(idle, {type: 'step'}), 80, plain).join('\n'), /t train {2}Space go on/);
  });
});
