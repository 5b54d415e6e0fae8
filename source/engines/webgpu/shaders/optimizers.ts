import {beta1, beta2} from '../../../network/adam.js';
import {momentum, type OptimizerName} from '../../../network/optimizers.js';

/** WGSL of an optimiser: a function that moves the four weights at a place against their gradient. */
type OptimizerCode = {readonly name: string; readonly code: string};

/** The optimisers; `step.rate` is theirs. */
export const optimizerCode: Readonly<Record<OptimizerName, OptimizerCode>> = {
  adam: {
    name: 'adam',
    code: /* wgsl */ `
fn adam(place: u32, gradient: vec4f) {
  let old = moments[place];
  let first = old.first * ${beta1} + gradient * ${1 - beta1};
  let second = old.second * ${beta2} + gradient * gradient * ${1 - beta2};
  moments[place] = Moments(first, second);
  weights[place] -= first * step.rate / (sqrt(second) + step.epsilon);
}
`,
  },
  momentum: {
    name: 'roll',
    code: /* wgsl */ `
fn roll(place: u32, gradient: vec4f) {
  let first = moments[place].first * ${momentum} + gradient;
  moments[place].first = first;
  weights[place] -= first * step.rate;
}
`,
  },
  sgd: {
    name: 'descend',
    code: /* wgsl */ `
fn descend(place: u32, gradient: vec4f) { weights[place] -= gradient * step.rate; }
`,
  },
};
