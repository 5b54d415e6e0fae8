import assert from 'node:assert/strict';
import {it} from 'node:test';
import {Canvas} from '../../source/text/canvas.js';
import type {Theme} from '../../source/text/theme.js';

const theme: Theme = {unicode: true, background: 'dark', greys: 26, paint: (role, text) => `{${role}:${text}}`};

it('a canvas has what was put last, painted in runs, without blanks at the ends and nothing outside', () => {
  const canvas = new Canvas(6, 3);
  canvas.put(0, 0, '12345', 'bad');
  canvas.put(2, 0, 'x');
  canvas.put(-1, 1, 'ab');
  canvas.put(5, 1, 'cd', 'good');
  canvas.put(0, 3, 'below');
  assert.deepEqual(canvas.lines(theme), ['{bad:12}x{bad:45}', 'b    {good:c}', '']);
});
