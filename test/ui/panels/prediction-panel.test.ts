import assert from 'node:assert/strict';
import {it} from 'node:test';
import {predictionPanel} from '../../../source/ui/panels/prediction-panel.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {loaded, network, shown, status, told} from '../../helpers/state.js';

it('scores of any size leave room for the mark of the label', () => {
  const {weights, ...event} = network(3);
  for (const score of [0.9, 286_099.76, -4.2e28]) {
    const outputBias = weights.outputBias.slice();
    outputBias[5] = score;
    const state = told(shown, status, loaded.test, {...event, weights: {...weights, outputBias}});
    for (const columns of [28, 50, 80]) {
      const lines = predictionPanel.draw(state, {columns, lines: 11}, themeOf('ASCII'));
      assert.equal(lines.length, 11);
      assert.ok(
        lines.every(line => line.length <= columns),
        lines.join('\n'),
      );
      assert.ok(
        lines.some(line => / (<|label)$/.test(line)),
        lines.join('\n'),
      );
    }
  }
});
