import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {files, type Import, imports, importsOf, isOwn, loadedFrom, partOf, root} from './helpers/imports.js';

/** Data flows from left to right, and a folder imports only from folders before it. The last two are equals. */
const flow: readonly (readonly string[])[] = [
  ['dataset'],
  ['engines'],
  ['training'],
  ['state'],
  ['text'],
  ['lesson'],
  ['terminal'],
  ['ui', 'report'],
];
/** What all may use, and what uses nothing but leaves. */
const leaves = 'words network errors exit-codes force places program folders invocation suggest warnings'.split(' ');
/** Where everything comes together: these may import anything. */
const tops = ['commands', 'config', 'main', 'cli'];

const rank = (part: string): number => flow.findIndex(parts => parts.includes(part));
const implementations = files.filter(file => /^engines\/[^/]+\/[^/]+-engine\.ts$/.test(file));
/** What an engine runs on: its package, its implementation, and what of its folder loads that or is loaded by it. */
const runtime = new Set(
  files.filter(file => {
    if (!/^engines\/[^/]+\//.test(file)) return false;
    const loaded = loadedFrom(file, ['value', 'dynamic']);
    return implementations.some(
      implementation => loaded.has(implementation) || loadedFrom(implementation, ['value', 'dynamic']).has(file),
    );
  }),
);
const isRuntime = (file: string): boolean => runtime.has(file) || /^(@tensorflow\/|webgpu($|\/))/.test(file);

const listed = (found: readonly Import[]): string[] => found.map(({from, to, kind}) => `${from} → ${to} (${kind})`);

describe('the boundaries between the parts', () => {
  it('are read from imports of every form', () => {
    const text = `
import a from 'a';
import type {B} from './b.js';
import {type C, type D} from '../c.js';
import {
  type E,
  e,
} from '../e.js';
import './f.js';
// import g from 'g';
/* import h from 'h'; */
export {i} from './i.js';
export const load = () => import('./j.js');
const worker = new Worker(new URL('./k.js', import.meta.url));
const child = fork(fileURLToPath(new URL('./o.js', import.meta.url)), []);
import type L from 'l';
import m, {type M} from 'm';`;
    assert.deepEqual(
      importsOf(text).map(({specifier, kind}) => `${specifier} ${kind}`),
      [
        'a value',
        './b.js type',
        '../c.js type',
        '../e.js value',
        './f.js value',
        './i.js value',
        'l type',
        'm value',
        './j.js dynamic',
        './k.js worker',
        './o.js process',
      ],
    );
  });

  it('are looked at in the whole program', () => {
    const seen = new Set(listed(imports));
    for (const known of [
      'main.ts → commands/dashboard.ts (dynamic)',
      'main.ts → config/read.ts (value)',
      'dataset/open.ts → dataset/zip.ts (value)',
      'training/client.ts → training/worker.ts (worker)',
      'training/worker.ts → engines/choose.ts (value)',
      'ui/panels/header.tsx → state/state.ts (type)',
      'text/chart.ts → asciichart (value)',
    ]) {
      assert.ok(seen.has(known), known);
    }
    const parts = new Set(files.map(partOf));
    assert.deepEqual([...parts].sort(), [...flow.flat(), ...leaves, ...tops].sort());
  });

  it('let a folder import only from folders before it in the flow of the data, and from leaves', () => {
    const wrong = imports.filter(({from, to}) => {
      const [own, other] = [partOf(from), partOf(to)];
      if (!isOwn(to) || own === other || leaves.includes(other) || leaves.includes(own) || tops.includes(own))
        return false;
      return rank(other) === -1 || rank(other) >= rank(own);
    });
    assert.deepEqual(listed(wrong), []);
  });

  it('let the leaves import only one another, and the words only themselves', () => {
    const wrong = imports.filter(({from, to}) => {
      const [own, other] = [partOf(from), partOf(to)];
      return leaves.includes(own) && own !== other && (own === 'words' || (isOwn(to) && !leaves.includes(other)));
    });
    assert.deepEqual(listed(wrong), []);
  });

  it('let nothing that is loaded before the language is chosen have words, nor English ones load Russian', () => {
    const areas = [...loadedFrom('main.ts', ['value'])].filter(file => partOf(file) === 'words');
    assert.deepEqual(areas, ['words/language.ts']);
    assert.ok(loadedFrom('words/language.ts', ['dynamic']).has('words/ru/words.ts'));
    const dashboard = loadedFrom('commands/dashboard.ts', ['value']);
    assert.ok(dashboard.has('words/en/keys.ts') && ![...dashboard].some(file => file.startsWith('words/ru/')));
  });

  it('let only files that the worker loads, itself, in a process or in threads of its own, import what an engine runs on', () => {
    const worker = loadedFrom('training/worker.ts', ['value', 'dynamic', 'process', 'worker', 'open']);
    const wrong = imports.filter(({from, to, kind}) => kind !== 'type' && isRuntime(to) && !worker.has(from));
    assert.deepEqual(listed(wrong), []);
    for (const engine of ['engines/wasm/wasm-engine.ts', 'engines/wasm/kernels.ts']) {
      assert.ok(isRuntime(engine) && worker.has(engine), engine);
    }
  });

  it('let what reads weights and digits do without what an engine runs on, in any thread or process', () => {
    for (const name of ['predict', 'evaluate', 'mistakes', 'export', 'report', 'show']) {
      const command = `commands/${name}.ts`;
      const loaded = loadedFrom(command, ['value', 'dynamic', 'process', 'worker']);
      assert.ok(loaded.has('dataset/load.ts'), command);
      assert.deepEqual([...loaded].filter(isRuntime), [], command);
    }
    assert.ok(loadedFrom('commands/predict.ts', ['value']).has('network/reference.ts'));
  });

  it('keep what an engine runs on out of the main thread of everything that trains', () => {
    for (const command of ['commands/dashboard.ts', 'commands/train.ts', 'commands/sweep.ts']) {
      const main = loadedFrom(command, ['value', 'dynamic']);
      assert.ok(main.has(command.includes('sweep') ? 'training/sweep/pool.ts' : 'training/client.ts'), command);
      assert.deepEqual([...main].filter(isRuntime), [], command);
    }
  });

  it('let nobody open an engine but the workers and the process that tries one', () => {
    const opens = files.filter(file =>
      /\b(record|engineRecord\(\w+\))\.open\(/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    assert.deepEqual(opens, ['engines/probe.ts', 'training/prepare-engine.ts']);
  });

  it('keep React, Ink and the terminal layer out of everything but the dashboard', () => {
    const isOfDashboard = (file: string): boolean => partOf(file) === 'ui' || file === 'commands/dashboard.ts';
    const wrong = imports.filter(({from, to}) => {
      if (partOf(to) === 'terminal') return partOf(from) !== 'terminal' && !isOfDashboard(from);
      return /^(react|ink(-.*)?)$/.test(to) && !isOfDashboard(from);
    });
    assert.deepEqual(listed(wrong), []);
  });
});
