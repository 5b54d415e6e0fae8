import type {Config} from '../config/options.js';
import {classNameOf, labelOf, type SplitData} from '../dataset/dataset.js';
import {asRunSees, countFalse} from '../dataset/share.js';
import {mistakeLines} from '../report/mistakes-report.js';
import {wrongDigits} from '../training/leads.js';
import {printLines} from './print-lines.js';
import {evaluationOn, namedSplit, savedNetwork} from './saved-network.js';

/** `mistakes`: the digits of a split that the saved network gets wrong, the widest lead of the wrong answer first. */
export async function mistakes(config: Config): Promise<number> {
  const {split, limit, json} = config;
  const named = await namedSplit(config);
  const network = await savedNetwork(config, named);
  const {settings} = network;
  const isTrain = split === 'train' && settings !== undefined;
  const data = isTrain ? asRunSees(named.data, settings) : named.data;
  const found = evaluationOn(network, data);
  const wrong = wrongDigits(found, data.labels);
  const listed = Array.from(wrong.subarray(0, limit), index => {
    const [label, answer] = [labelOf(data, index), found.answers[index] ?? 0];
    const names = data.classNames && {labelName: classNameOf(data, label), answerName: classNameOf(data, answer)};
    const own = data.ownLabels && {ownLabel: data.ownLabels[index] ?? label};
    return {index, split, label, ...own, answer, ...names, margin: found.margins[index] ?? 0};
  });
  const lines = json
    ? listed.map(each => JSON.stringify(each))
    : mistakeLines(listed, {
        split,
        wrong: wrong.length,
        count: data.count,
        doubted: data.ownLabels && doubtedIn(data, wrong),
      });
  printLines(lines);
  return 0;
}

/** Of a split with false labels: how many there are, and how many of those the network doubts. */
const doubtedIn = (data: SplitData, wrong: Uint32Array): {found: number; all: number} => ({
  found: countFalse(data, wrong),
  all: countFalse(data),
});
