import type {Config} from '../config.js';
import type {SplitData} from '../dataset/dataset.js';
import {UserError} from '../errors.js';
import {predictionLine} from '../report/prediction-report.js';
import {answerOf} from '../training/evaluation.js';
import {checkIndex, readIndices} from './indices.js';
import {modelPath, withTraining, workerSettings} from './session.js';

/** `predict INDEX…`: what the saved network answers for digits of the dataset. */
export async function predict(config: Config, texts: readonly string[]): Promise<number> {
  const indices = readIndices('predict', texts);
  const {split, json} = config;
  const settings = {...workerSettings(config), loadFrom: modelPath(config)};
  let data: SplitData | undefined;
  let answered = 0;
  await withTraining(settings, (event, client, done) => {
    switch (event.type) {
      case 'split-loaded':
        if (event.split === split) {
          data = event.data;
          for (const index of indices) checkIndex(index, split, data);
        }
        break;
      case 'ready':
        for (const index of indices) client.send({type: 'watch', split, index});
        break;
      case 'scores': {
        if (data === undefined) throw new UserError(`${split} is not loaded`);
        const label = data.labels[event.index];
        const answer = answerOf(event.scores);
        const result = {index: event.index, split, label, answer, correct: answer === label, scores: event.scores};
        process.stdout.write(`${json ? JSON.stringify(result) : predictionLine(result)}\n`);
        answered++;
        if (answered === indices.length) done();
        break;
      }
      default:
        break;
    }
  });
  return 0;
}
