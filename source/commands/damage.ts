import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Config} from '../config/options.js';
import {Changer} from '../dataset/augment/changer.js';
import {allDamages, damaged, isNone} from '../dataset/augment/damage.js';
import type {SplitData} from '../dataset/dataset.js';
import {outputSize} from '../network/architecture.js';
import type {Parameters} from '../network/network-state.js';
import {surveyAtOnce} from '../network/survey.js';
import {damageLines} from '../report/damage-report.js';
import {createStatusLine} from '../report/status-line.js';
import {createTheme} from '../text/theme.js';
import {answerOf} from '../training/evaluation.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/** How long in milliseconds nobody needs to be told how far it is. */
const patience = 500;

/** `damage`: how much of the test split the saved network still reads when the digits are damaged. */
export async function damage(config: Config): Promise<number> {
  const named = await namedSplit(config);
  const {data} = named;
  const weights = await savedNetwork(config, named);
  const changer = await Changer.create();
  const status = createStatusLine(process.stderr);
  const {unicode} = createTheme(process.stdout, process.env, process.platform, config.color);
  const began = performance.now();
  const undamaged = accuracyOf(weights, data.images, data);
  for (const [place, each] of allDamages.entries()) {
    const accuracy = isNone(each) ? undamaged : accuracyOf(weights, damaged(changer, data.images, each), data);
    status.clear();
    const lines = config.json ? [JSON.stringify({...each, accuracy})] : damageLines(each, accuracy, unicode);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (performance.now() - began > patience) status.show(`Damage ${place + 1} of ${allDamages.length}`);
    // Lets a signal arrive.
    await nextTurn();
  }
  status.clear();
  return 0;
}

/** The share of images that the network gives their label, 0 to 1. */
function accuracyOf(weights: Parameters, images: Uint8Array, {labels, count}: SplitData): number {
  const {scores} = surveyAtOnce(weights, images);
  let right = 0;
  for (let index = 0; index < count; index++) if (answerOf(scores, index * outputSize) === labels[index]) right++;
  return right / count;
}
