import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EngineName} from '../../source/engines/catalogue.js';
import {type Choice, chooseFastest} from '../../source/engines/choose.js';
import type {Verdict} from '../../source/engines/verdict.js';
import {verdict} from '../helpers/verdicts.js';

/** What is chosen where trials come to this, and which engines were tried, in which order. */
async function chosen(
  names: readonly EngineName[],
  verdicts: Readonly<Partial<Record<EngineName, Partial<Verdict>>>>,
): Promise<Choice & {readonly tried: readonly EngineName[]}> {
  const tried: EngineName[] = [];
  let going = 0;
  const choice = await chooseFastest(names, async name => {
    tried.push(name);
    going++;
    assert.equal(going, 1, 'two at once slow each other down');
    await new Promise(resolve => setImmediate(resolve));
    going--;
    return verdict(name, verdicts[name]);
  });
  return {...choice, tried};
}

const gpu = (imagesPerSecond: number): Partial<Verdict> => ({gpu: true, imagesPerSecond});

describe('the choice of auto', () => {
  it('is the fastest on a GPU, of all that may find one', async () => {
    const both = await chosen(['tensorflow', 'webgpu'], {
      ...{tensorflow: gpu(10), webgpu: gpu(30)},
      wasm: {imagesPerSecond: 20},
    });
    assert.deepEqual(both, {engine: 'webgpu', faster: undefined, tried: ['tensorflow', 'webgpu', 'wasm']});
  });

  it('names wasm where that was faster', async () => {
    const slow = await chosen(['webgpu'], {webgpu: gpu(30), wasm: {imagesPerSecond: 60}});
    assert.deepEqual(slow, {engine: 'webgpu', faster: 'wasm', tried: ['webgpu', 'wasm']});
  });

  it('is wasm without a trial where no other may find a GPU, or none works on one', async () => {
    assert.deepEqual(await chosen([], {}), {engine: 'wasm', tried: []});
    const none = await chosen(['tensorflow', 'webgpu'], {tensorflow: {gpu: false}, webgpu: {state: 'crashed'}});
    assert.deepEqual(none, {engine: 'wasm', tried: ['tensorflow', 'webgpu']});
  });
});
