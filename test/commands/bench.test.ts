import {it} from 'node:test';
import {expectBench} from '../helpers/bench.js';
import {staged, withoutStage} from '../helpers/stage.js';

it('bench measures the wasm engine where there is no other', {skip: withoutStage}, () =>
  staged(
    () => {},
    run => expectBench(run, ['wasm'], 'wasm'),
  ),
);
