import type {Config} from '../config/options.js';
import {engineNames} from '../engines/catalogue.js';
import {checkEngine} from '../engines/check.js';
import {automaticChoice, fasterStill, type Verdict} from '../engines/verdict.js';
import {printable} from '../errors.js';
import {createStatusLine} from '../report/status-line.js';
import {count} from '../text/format.js';

/** `doctor`: tries each engine and says what it found, what is missing and how to get it. */
export async function doctor({json, debug}: Config): Promise<number> {
  const status = createStatusLine(process.stderr);
  const verdicts: Verdict[] = [];
  for (const engine of engineNames) {
    status.show(`Trying ${engine} ...`);
    const verdict = await checkEngine(engine);
    status.clear();
    verdicts.push(verdict);
    process.stdout.write(`${json ? jsonLine(verdict) : describe(verdict)}\n`);
    if (debug && verdict.log) process.stderr.write(verdict.log);
  }
  const automatic = automaticChoice(verdicts);
  const works = verdicts.some(({engine, state}) => engine === automatic && state === 'works');
  const faster = fasterStill(verdicts, automatic);
  const more = faster === undefined ? '' : `; ${faster} would be faster still: --engine ${faster}`;
  const text = `auto takes ${automatic}${works ? '' : ', which does not work'}${more}`;
  process.stdout.write(`${json ? JSON.stringify({auto: automatic, works, faster}) : text}\n`);
  return works ? 0 : 1;
}

function jsonLine({log: _, ...verdict}: Verdict): string {
  return JSON.stringify(verdict);
}

function describe({engine, state, detail, remedy, imagesPerSecond, steady}: Verdict): string {
  const loaded = steady === false ? ', while this machine did other things as well' : '';
  const speed = imagesPerSecond === undefined ? '' : `; ${count(imagesPerSecond)} images a second in a trial${loaded}`;
  const head = `${engine.padEnd(11)}${state}: ${printable(detail)}${speed}`;
  return remedy === undefined ? head : `${head}\n${' '.repeat(11)}to change that: ${remedy}`;
}
