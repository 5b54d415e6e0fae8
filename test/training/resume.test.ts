import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {parameterNames} from '../../source/network/network-state.js';
import {type Checkpoint, decodeCheckpoint, decodeMoments} from '../../source/training/formats/checkpoint.js';
import type {KeptMoment} from '../../source/training/kept-moments.js';
import {openWasm, settings, startWorker} from '../helpers/worker.js';

type Saved = Omit<Checkpoint, 'loss'> & {readonly moments: readonly KeptMoment[]};

/** What a file has, without what differs from run to run. */
async function read(file: string): Promise<Saved> {
  const bytes = await readFile(file);
  const {state, info} = decodeCheckpoint(bytes, file);
  assert.ok(info !== undefined);
  const history = info.history.map(record => ({...record, seconds: 0}));
  return {state, info: {...info, history}, moments: decodeMoments(bytes, info, file)};
}

describe('a run that goes on', () => {
  it('has the curve and the moments of one that was never stopped, and tells of them when it is opened', async t => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mnist-tui-'));
    t.after(() => rm(folder, {recursive: true}));
    const [whole, parts] = [path.join(folder, 'whole.npz'), path.join(folder, 'parts.npz')];
    const one = await startWorker(await openWasm(), {file: whole});
    one.wish(1);
    await one.until('end');
    one.send({type: 'close'});
    // Step by step, and stopped within the second epoch.
    const two = await startWorker(await openWasm(), {file: parts});
    two.wish(1, {paused: true});
    for (let step = 0; step < 6; step++) two.send({type: 'step'});
    await two.until('progress', ({total}) => total === 6);
    two.wish(undefined);
    await two.until('end');
    two.send({type: 'close'});
    const stopped = await read(parts);
    assert.ok((stopped.info?.stepInEpoch ?? 0) > 0);
    const rest = await startWorker(await openWasm(), {file: parts, own: {...settings, resume: true, model: parts}});
    const {resumed} = await rest.until('opened');
    assert.deepEqual(resumed?.curve, stopped.info?.curve);
    await rest.until('network');
    const told = rest.events.filter(event => event.type === 'moment');
    const facts = ({step, epoch, weights}: Pick<KeptMoment, 'step' | 'epoch' | 'weights'>): unknown => ({
      ...{
        step,
        epoch,
        weights: parameterNames.map(name => Buffer.from(weights[name].slice().buffer).toString('base64')),
      },
    });
    assert.deepEqual(told.map(facts), stopped.moments.map(facts));
    assert.ok(told.length >= 4, 'those of the first steps are there, too');
    rest.wish(1);
    await rest.until('end');
    rest.send({type: 'close'});
    const [is, should] = [await read(parts), await read(whole)];
    // At another pace there are other moments: those of the ends of epochs are of both.
    const ends = ({moments}: Saved): KeptMoment[] => moments.filter(({endsEpoch}) => endsEpoch);
    assert.equal(ends(should).length, 3);
    assert.deepEqual(ends(is), ends(should));
    assert.deepEqual(is.state, should.state);
    const {moments: _, ...info} = is.info ?? {};
    const {moments: __, ...wanted} = should.info ?? {};
    assert.deepEqual(info, wanted);
  });

  it('has no moment or point of the curve left from steps that it has gone back by', async t => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mnist-tui-'));
    t.after(() => rm(folder, {recursive: true}));
    const file = path.join(folder, 'w.npz');
    const worker = await startWorker(await openWasm(), {file});
    worker.wish(1, {epochs: 2});
    await worker.until('end');
    worker.wish(2, {epochs: 3, learningRate: 1e6});
    assert.equal((await worker.until('end')).reason, 'diverged');
    worker.send({type: 'close'});
    const {state, info, moments} = await read(file);
    assert.equal(state.step, 8);
    assert.equal(moments.at(-1)?.step, 8);
    assert.equal(info?.curve?.train.at(-1)?.step, 7);
  });
});
