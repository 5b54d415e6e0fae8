import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layers, parameterCount} from '../../source/network/architecture.js';
import {parameterNames, parameterShapes, zeroParameters} from '../../source/network/network-state.js';

describe('the network', () => {
  it("is the tutorial's: 784 to 128, ReLU, 128 to 10, with 101,770 parameters", () => {
    assert.deepEqual(layers(128), [
      {name: 'Linear', outputs: 128, parameters: 100_480},
      {name: 'ReLU', outputs: 128, parameters: 0},
      {name: 'Linear', outputs: 10, parameters: 1290},
    ]);
    assert.equal(parameterCount(128), 101_770);
  });

  it('has 785 parameters for a hidden unit and 11 for a score when there is one hidden unit', () => {
    assert.deepEqual(
      layers(1).map(({parameters}) => parameters),
      [785, 0, 20],
    );
    assert.equal(parameterCount(1), 805);
  });

  it("keeps its weights in PyTorch's shapes, output first", () => {
    assert.deepEqual(parameterShapes(128), {
      hiddenWeight: [128, 784],
      hiddenBias: [128],
      outputWeight: [10, 128],
      outputBias: [10],
    });
    const zeros = zeroParameters(128);
    assert.deepEqual(
      parameterNames.map(name => zeros[name].length),
      [100_352, 128, 1280, 10],
    );
  });
});
