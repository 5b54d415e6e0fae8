import assert from 'node:assert/strict';
import {it} from 'node:test';
import {type Prediction, predictionLine} from '../../source/report/prediction-report.js';

const scores = Array.from({length: 10}, (_, label) => label / 10);
const prediction: Prediction = {index: 0, split: 'test', label: 9, answer: 9, correct: true, scores};

it('a prediction names digits by their number, and other classes by their name', () => {
  assert.match(predictionLine(prediction), /^test 0: answer 9, right \(label 9\) {2}scores 0:0\.00 .* 9:0\.90$/);
  const wrong = {...prediction, answer: 5, correct: false, labelName: 'Ankle boot', answerName: 'Sandal'};
  assert.match(predictionLine(wrong), /^test 0: answer Sandal, wrong \(label Ankle boot\) {2}scores 0:0\.00 /);
});

it('a prediction writes scores briefly that are next to nothing or huge', () => {
  const line = predictionLine({...prediction, scores: [-0.001, 4.2e28, ...scores.slice(2)]});
  assert.match(line, /scores 0:0\.00 1:4\.2e28 2:0\.20 /);
});
