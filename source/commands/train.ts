import type {Config} from '../config/options.js';
import {exitCodes, signalCodes} from '../exit-codes.js';
import {createStatusLine} from '../report/status-line.js';
import {jsonTrainReport, plainTrainReport} from '../report/train-report.js';
import {runOptions, withTraining, workerSettings} from './session.js';

/** `train`: trains to the early stop, tells of each epoch and saves the weights. A signal stops it, and it saves too. */
export async function train(config: Config): Promise<number> {
  const settings = await workerSettings(config);
  const report = config.json ? jsonTrainReport() : plainTrainReport();
  const status = createStatusLine(process.stderr);
  let signalled: number | undefined;
  /** Whether the weights as they are now could not be saved. */
  let unsaved = false;
  let failed = false;
  let stop = (): void => {};
  const onSignal = (signal: NodeJS.Signals): void => {
    signalled = signalCodes[signal as keyof typeof signalCodes];
    stop();
  };
  for (const signal of Object.keys(signalCodes)) process.on(signal, onSignal);
  try {
    status.show('Loading the dataset');
    await withTraining(settings, (event, client, done) => {
      stop = () => client.send({type: 'stop'});
      if (event.type === 'ready') {
        client.send({type: 'train', ...runOptions(config, event.resumed?.settings)});
        if (signalled !== undefined) stop();
      }
      for (const line of report.lines(event)) {
        status.clear();
        process.stdout.write(`${line}\n`);
      }
      const text = report.status(event);
      if (text !== undefined) status.show(text);
      if (event.type === 'warning') process.stderr.write(`mnist-tui: ${event.message}\n`);
      if (event.type === 'warning' && event.what === 'save') unsaved = true;
      if (event.type === 'warning' && event.what === 'engine') failed = true;
      if (event.type === 'end' && event.model !== undefined) unsaved = false;
      if (event.type === 'end' && event.reason === 'diverged') failed = true;
      if (event.type === 'end') done();
    });
  } finally {
    status.clear();
    for (const signal of Object.keys(signalCodes)) process.off(signal, onSignal);
  }
  return unsaved ? exitCodes.failed : (signalled ?? (failed ? exitCodes.failed : exitCodes.done));
}
