import type {Config} from '../config/options.js';
import {exitCodes} from '../exit-codes.js';
import {createStatusLine} from '../report/status-line.js';
import {jsonTrainReport, plainTrainReport} from '../report/train-report.js';
import {modelPath, runOptions, withTraining, workerSettings} from './session.js';

/** `train`: trains to the early stop, tells of each epoch and saves the weights. Ctrl+C stops and saves too. */
export async function train(config: Config): Promise<number> {
  const report = config.json ? jsonTrainReport() : plainTrainReport();
  const status = createStatusLine(process.stderr);
  const run = {...runOptions(config), saveTo: modelPath(config)};
  let exitCode = 0;
  let stop = (): void => {};
  const onInterrupt = (): void => {
    exitCode = exitCodes.interrupted;
    stop();
  };
  process.on('SIGINT', onInterrupt);
  try {
    status.show('Loading the dataset');
    await withTraining(workerSettings(config), (event, client, done) => {
      stop = () => client.send({type: 'stop'});
      if (event.type === 'ready') client.send({type: 'train', ...run});
      if (event.type === 'ready' && exitCode === exitCodes.interrupted) stop();
      for (const line of report.lines(event)) {
        status.clear();
        process.stdout.write(`${line}\n`);
      }
      const text = report.status(event);
      if (text !== undefined) status.show(text);
      if (event.type === 'warning') process.stderr.write(`mnist-tui: ${event.message}\n`);
      if (event.type === 'warning' || (event.type === 'end' && event.reason === 'diverged')) exitCode = 1;
      if (event.type === 'end') done();
    });
  } finally {
    status.clear();
    process.off('SIGINT', onInterrupt);
  }
  return exitCode;
}
