import assert from 'node:assert/strict';
import test from 'node:test';
import {
  networkLayout,
  packMoments,
  packParameters,
  unpackMoments,
  unpackParameters,
} from '../../../source/engines/webgpu/layout.js';
import {initialState} from '../../../source/network/initial-state.js';

for (const hidden of [1, 16, 33, 128]) {
  test(`parameters and moments of ${hidden} hidden units survive the way to the device and back`, () => {
    const layout = networkLayout(hidden);
    const {activation: _, ...first} = initialState(hidden, 1).weights;
    const {activation: __, ...second} = initialState(hidden, 2).weights;
    assert.deepEqual(unpackParameters(layout, packParameters(layout, first)), first);
    assert.deepEqual(unpackMoments(layout, packMoments(layout, first, second)), {first, second});
  });
}
