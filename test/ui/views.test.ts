import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {layout} from '../../source/ui/layout.js';
import type {Panel} from '../../source/ui/panel.js';
import {views} from '../../source/ui/views.js';

const compiled = new URL('../../source/ui/panels/', import.meta.url);
const sources = new URL('../../../source/ui/panels/', import.meta.url);

/** Every panel that a file in the folder of panels exports. */
async function exportedPanels(): Promise<Panel[]> {
  const files = readdirSync(sources).map(file => file.replace(/\.tsx?$/, '.js'));
  const modules: object[] = await Promise.all(files.map(file => import(new URL(file, compiled).href)));
  return modules.flatMap(module => Object.values(module)).filter(isPanel);
}

const isPanel = (value: unknown): value is Panel =>
  typeof value === 'object' && value !== null && 'rooms' in value && 'draw' in value;

describe('the views', () => {
  it('show every panel', async () => {
    const panels = await exportedPanels();
    assert.ok(panels.length >= 5);
    const shown = new Set(Object.values(views).flatMap(view => view.panels));
    assert.deepEqual(
      panels.filter(panel => !shown.has(panel)).map(({name}) => name),
      [],
    );
  });

  for (const [name, {panels}] of Object.entries(views)) {
    it(`has room for all of ${name} on 200 × 60`, () => {
      const placed = layout(200, 60, panels)?.places.map(({panel}) => panel) ?? [];
      assert.deepEqual(new Set(placed), new Set(panels));
    });

    it(`gives a panel of ${name} the keys that belong to it, and no key twice`, () => {
      const own = ['left', 'right', 'up', 'down', 'return', ' ', 'backspace', 'delete', 'x', 'o'];
      for (const {held} of panels) {
        const keys = held?.keys.flatMap(binding => binding.keys) ?? [];
        assert.deepEqual(
          keys.filter((key, place) => !own.includes(key) || keys.indexOf(key) !== place),
          [],
        );
      }
    });

    it(`has no panel or rank twice in ${name}`, () => {
      for (const list of [panels.map(panel => panel.name), panels.map(panel => panel.rank)]) {
        assert.deepEqual(list, [...new Set<string | number>(list)]);
      }
    });
  }
});
