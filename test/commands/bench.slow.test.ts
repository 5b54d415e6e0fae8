import {it} from 'node:test';
import {expectBench} from '../helpers/bench.js';
import {jsonLines, runProgram} from '../helpers/program.js';
import {staged, withoutStage} from '../helpers/stage.js';

it('bench measures every engine that works here on a dataset, and names the fastest and the automatic one', async () => {
  const seconds = 600;
  const verdicts = jsonLines((await runProgram(['doctor', '--json'], {seconds})).stdout).slice(0, 3);
  const working = verdicts.filter(({state}) => state === 'works');
  const automatic = working.find(({gpu}) => gpu)?.engine ?? 'wasm';
  await expectBench(
    (...args) => runProgram(args, {seconds}),
    working.map(({engine}) => String(engine)),
    String(automatic),
  );
});

it('bench measures the wasm engine where there is no other', {skip: withoutStage}, () =>
  staged(
    () => {},
    run => expectBench(run, ['wasm'], 'wasm'),
  ),
);
