import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {modelSummary} from '../../source/text/summary.js';

describe('the model summary', () => {
  it("is torchsummary's for the tutorial's network, to the letter", () => {
    const printed = `
----------------------------------------------------------------
        Layer (type)               Output Shape         Param #
================================================================
            Linear-1                  [-1, 128]         100,480
              ReLU-2                  [-1, 128]               0
            Linear-3                   [-1, 10]           1,290
================================================================
Total params: 101,770
Trainable params: 101,770
Non-trainable params: 0
----------------------------------------------------------------
Input size (MB): 0.00
Forward/backward pass size (MB): 0.00
Params size (MB): 0.39
Estimated Total Size (MB): 0.39
----------------------------------------------------------------`;
    assert.deepEqual(modelSummary(128), printed.slice(1).split('\n'));
  });

  it('counts another number of hidden units', () => {
    const lines = modelSummary(1024);
    // 785 × 1024, 1025 × 10, together 814,090 numbers of four bytes: 3.1055 MB. Outputs: 2 × 2058 numbers, 0.0157 MB.
    assert.equal(lines[3], '            Linear-1                 [-1, 1024]         803,840');
    assert.equal(lines[5], '            Linear-3                   [-1, 10]          10,250');
    assert.deepEqual(lines.slice(7, 9), ['Total params: 814,090', 'Trainable params: 814,090']);
    assert.deepEqual(lines.slice(11, 15), [
      'Input size (MB): 0.00',
      'Forward/backward pass size (MB): 0.02',
      'Params size (MB): 3.11',
      'Estimated Total Size (MB): 3.12',
    ]);
  });
});
