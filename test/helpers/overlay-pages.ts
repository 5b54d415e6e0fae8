import assert from 'node:assert/strict';
import {modelSummary} from '../../source/text/summary.js';
import type {Theme} from '../../source/text/theme.js';
import {bindings} from '../../source/ui/keymap.js';
import {scrollAction} from '../../source/ui/overlay-scroll.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {acted, idle} from './state.js';

export const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};
const words = (text: string): string[] => text.split(/\s+/).filter(word => word !== '');

/** All that an overlay shows, page for page, at a size of the terminal. */
export function pages(overlay: 'keys' | 'summary', columns: number, rows: number): string[][] {
  let state = acted(idle, {type: 'resize', columns, rows}, {type: 'toggle-overlay', overlay});
  const shown: string[][] = [];
  for (;;) {
    const lines = overlayPanel(state, overlay, columns, rows - 3, plain);
    const where = `${overlay} at ${columns} × ${rows}`;
    assert.ok(lines.length <= rows - 3 && lines.every(line => line.length <= columns), where);
    shown.push(lines);
    const next = acted(state, scrollAction(state, overlay, 'pagedown'));
    if (next.screen.overlayTop === state.screen.overlayTop) return shown;
    assert.match(lines[0] ?? '', /\d+-\d+ of \d+ {2}Esc closes/, where);
    state = next;
  }
}

/** Every key and its help are on some page. */
export function hasAllKeys(columns: number, rows: number): void {
  const text = pages('keys', columns, rows).flat().join('\n');
  for (const {label, help} of bindings) {
    assert.ok(text.includes(label.padEnd(10)), `${label} at ${columns} × ${rows}`);
    assert.ok(
      words(help).every(word => text.includes(word)),
      `${help} at ${columns} × ${rows}`,
    );
  }
}

const summaryWords = new Set(words(modelSummary(128).join(' ')).filter(word => !/^[-=]{5}/.test(word)));

/** Every word and number of the model summary is on some page. */
export function hasAllOfSummary(columns: number, rows: number): void {
  const shown = new Set(words(pages('summary', columns, rows).flat().join(' ')));
  assert.deepEqual(
    [...summaryWords].filter(word => !shown.has(word)),
    [],
    `${columns} × ${rows}`,
  );
}
