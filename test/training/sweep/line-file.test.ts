import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {LineFile, readRuns} from '../../../source/training/sweep/line-file.js';
import {decodeRun, encodeRun} from '../../../source/training/sweep/run-line.js';
import {scratchFolder} from '../../helpers/environment.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {gridWith, runsOf} from '../../helpers/sweep-runs.js';

const runs = runsOf(gridWith({hidden: [8, 16], trainImages: [null, 500]}), (_, place) => 0.9 + place / 100);
const lines = runs.map(encodeRun);
const text = lines.map(line => `${line}\n`).join('');
const fileWith = (content: string): string => {
  const file = path.join(scratchFolder(), 'runs.jsonl');
  writeFileSync(file, content);
  return file;
};

describe('a line of a run', () => {
  it('is read as it was written', () => {
    assert.deepEqual(lines.map(decodeRun), runs);
  });

  it('is none with anything missing or wrong', () => {
    const line = JSON.parse(lines[1]);
    const {loss: _, ...without} = line.settings;
    const wrong = [{type: 'end'}, {accuracy: null}, {settings: without}, {sweep: {}}, {reason: 'stopped'}];
    for (const change of [...wrong, {engine: 'abacus'}, {dataset: {name: 'MNIST'}}]) {
      assert.equal(decodeRun(JSON.stringify({...line, ...change})), undefined, JSON.stringify(change));
    }
    for (const other of ['', '3', 'null', '[]', lines[1].slice(0, -1)]) assert.equal(decodeRun(other), undefined);
  });
});

describe('a file of runs', () => {
  it('is read, with empty lines and the line ends of any system', async () => {
    for (const content of [text, text.replaceAll('\n', '\r\n'), `\n${text}\n`]) {
      assert.deepEqual((await readRuns(fileWith(content))).runs, runs);
    }
    assert.deepEqual((await readRuns(fileWith(''))).runs, []);
  });

  it('of which the last line is half written goes on behind the whole ones', async () => {
    for (const half of [lines[3].slice(0, 200), lines[3].slice(0, 5), lines[3].slice(0, -1)]) {
      const file = fileWith(
        lines
          .slice(0, 3)
          .map(line => `${line}\n`)
          .join('') + half,
      );
      const found = await readRuns(file);
      assert.deepEqual(found.runs, runs.slice(0, 3));
      const grown = LineFile.open(file, found.whole);
      grown.add(lines[3]);
      grown.close();
      assert.equal(readFileSync(file, 'utf8'), text);
    }
  });

  it('with any other line is refused, and so is a file that is not there', async () => {
    await rejectsForPerson(() => readRuns(fileWith(`${text}{"type":"end"}\n`)), 'runs.jsonl, line 5: not a run');
    await rejectsForPerson(() => readRuns(fileWith('a letter')), 'line 1: not a run');
    await rejectsForPerson(() => readRuns(path.join(scratchFolder(), 'gone')), 'cannot be read', 'ENOENT');
  });

  it('is never written over', async () => {
    const file = fileWith(text);
    await rejectsForPerson(() => LineFile.open(file, 'new'), 'is there already; go on with it by --resume');
    await rejectsForPerson(() => LineFile.open(path.join(file, 'below'), 'new'), 'cannot be written');
    assert.equal(readFileSync(file, 'utf8'), text);
  });
});
