import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {footer} from '../../../source/ui/panels/footer.js';
import {overlayPanel} from '../../../source/ui/panels/overlay-panel.js';
import {openKeys} from '../../helpers/keys.js';
import {hasAllKeys, hasAllOfSummary, pages, plain} from '../../helpers/overlay-pages.js';
import {acted, idle, training} from '../../helpers/state.js';
import {csi} from '../../helpers/terminal-input.js';

/** Every width at a few heights, and every height at a few widths; all sizes are in overlay-panel.slow.test.ts. */
function eachSize(check: (columns: number, rows: number) => void): void {
  for (let columns = 40; columns <= 200; columns++) for (const rows of [12, 24, 60]) check(columns, rows);
  for (let rows = 12; rows <= 60; rows++) for (const columns of [40, 80, 130, 200]) check(columns, rows);
}

describe('what covers the panels', () => {
  it('has every key and its help on some page, from 40 × 12 on', () => eachSize(hasAllKeys));

  it('has every word and number of the model summary on some page, from 40 × 12 on', () => eachSize(hasAllOfSummary));

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
