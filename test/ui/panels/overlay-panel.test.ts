import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {modelSummary} from '../../../source/text/summary.js';
import type {Theme} from '../../../source/text/theme.js';
import {bindings} from '../../../source/ui/keymap.js';
import {scrollAction} from '../../../source/ui/overlay-scroll.js';
import {footer} from '../../../source/ui/panels/footer.js';
import {overlayPanel} from '../../../source/ui/panels/overlay-panel.js';
import {openKeys} from '../../helpers/keys.js';
import {acted, idle, training} from '../../helpers/state.js';
import {csi} from '../../helpers/terminal-input.js';

const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};
const words = (text: string): string[] => text.split(/\s+/).filter(word => word !== '');

/** All that an overlay shows, page for page, at a size of the terminal. */
function pages(overlay: 'keys' | 'summary', columns: number, rows: number): string[][] {
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

describe('what covers the panels', () => {
  it('has every key and its help on some page, from 40 × 12 on', () => {
    for (let columns = 40; columns <= 200; columns++) {
      for (let rows = 12; rows <= 60; rows++) {
        const text = pages('keys', columns, rows).flat().join('\n');
        for (const {label, help} of bindings) {
          assert.ok(text.includes(label.padEnd(10)), `${label} at ${columns} × ${rows}`);
          assert.ok(
            words(help).every(word => text.includes(word)),
            `${help} at ${columns} × ${rows}`,
          );
        }
      }
    }
  });

  it('has every word and number of the model summary on some page, from 40 × 12 on', () => {
    const wanted = new Set(words(modelSummary(128).join(' ')).filter(word => !/^[-=]{5}/.test(word)));
    for (let columns = 40; columns <= 200; columns++) {
      for (let rows = 12; rows <= 60; rows++) {
        const shown = new Set(words(pages('summary', columns, rows).flat().join(' ')));
        assert.deepEqual(
          [...wanted].filter(word => !shown.has(word)),
          [],
          `${columns} × ${rows}`,
        );
      }
    }
  });

  it('needs one page where there is room, with keys in columns', () => {
    assert.equal(pages('keys', 80, 24).length, 1);
    assert.equal(pages('summary', 80, 20).length, 1);
    assert.equal(pages('keys', 130, 20).length, 1);
    assert.ok(pages('keys', 40, 12).length > 1);
  });

  it('is scrolled by its keys, and no digit with it', () => {
    const {send} = openKeys(acted(idle, {type: 'resize', columns: 40, rows: 12}));
    const top = (keys: string): number => send(keys).screen.overlayTop;
    assert.equal(top(`?${csi}B${csi}B${csi}A`), 1);
    assert.equal(top(`${csi}A${csi}A`), 0);
    const end = top(`${csi}F`);
    assert.ok(end > 8);
    assert.equal(top(`${csi}B${csi}6~`), end);
    assert.equal(top(`${csi}5~`), end - 8);
    const {screen, choice} = send(`${csi}F${csi}H`);
    assert.deepEqual([screen.overlayTop, choice.index, screen.overlay], [0, 0, 'keys']);
    assert.equal(top(`${csi}F??`), 0);
  });
});

describe('the footer', () => {
  const notice =
    'engine tensorflow: the npm package @tensorflow/tfjs-node-gpu is not installed; to get it: npx setup it';

  it('has a notice of two lines whole, and marks the cut of a longer one', () => {
    const told = acted(idle, {type: 'say', notice, once: false});
    assert.equal(footer(told, 80, plain).join(' '), notice);
    const cut = footer(told, 40, plain);
    assert.deepEqual([cut.length, cut[1]?.at(-1)], [2, '…']);
    assert.match(footer(told, 40, {...plain, unicode: false})[1] ?? '', /\.\.\.$/);
  });

  it('is one line of keys, or of what is typed or asked, also when there is a notice', () => {
    const told = acted(idle, {type: 'say', notice, once: false});
    assert.equal(footer(idle, 80, plain).length, 1);
    assert.match(footer(acted(told, {type: 'ask-index'}), 80, plain).join('|'), /^Go to test index: [^|]*$/);
    assert.match(
      footer(acted(training, {type: 'say', notice, once: false}, {type: 'reset', to: 'same'}), 80, plain).join('|'),
      /^r again[^|]*$/,
    );
  });

  it('has in the footer the keys that act while it is read, and none that is refused', () => {
    for (const overlay of ['keys', 'summary', 'changes', 'advice'] as const) {
      for (const [columns, rows] of [
        [80, 24],
        [60, 20],
        [40, 12],
      ] as const) {
        const shown = acted(training, {type: 'resize', columns, rows}, {type: 'toggle-overlay', overlay});
        const [text = ''] = footer(shown, columns, plain);
        const keys = [...text.matchAll(/(?:^| {2})(\S+(?: Ctrl\+C)?)/g)].map(([, label]) => label);
        assert.ok(keys.includes('Esc') && keys.includes('q') && text.length <= columns, `${overlay}: ${text}`);
        for (const refused of ['t', 'Space', '.', '<', 'n', 'p', 'g', '←→↑↓']) {
          assert.ok(!keys.includes(refused), `${overlay}: ${refused} in ${text}`);
        }
        const [title = ''] = overlayPanel(shown, overlay, columns, rows - 3, plain);
        assert.equal(keys.includes('↑↓'), /\d+-\d+ of/.test(title), `${overlay}: ${text}`);
      }
    }
  });
});
