import {outputSize} from '../../../network/architecture.js';
import type {LossName} from '../../../network/losses.js';

/** WGSL of a loss, and what goes with it on the host. */
type LossCode = {
  /** What the gradient of an image's sum is multiplied by in a batch of so many. */
  readonly gradientScale: (images: number) => number;
  /** Statements of one image: from each thread's score `value` and the `label` to `errors`, the scores' gradient. */
  readonly errors: string;
  /** Statements of one thread that make a variable called `sum`, and that name. */
  readonly image: string;
  readonly sum: string;
  /** How many terms a batch adds up, as an expression. */
  readonly terms: string;
};

/** The losses. Comments are the shader's. */
export const lossCode: Readonly<Record<LossName, LossCode>> = {
  mse: {
    gradientScale: images => 2 / (images * outputSize),
    errors: 'if (thread < outputs) { errors[thread] = value - select(0.0, 1.0, thread == label); }',
    image: `// The padding carries the sum of the squared errors: update sums the loss as it sums the output biases' gradient.
    var squares = 0.0;
    for (var other = 0u; other < outputs; other++) { squares += errors[other] * errors[other]; }`,
    sum: 'squares',
    terms: 'batchSize * outputs',
  },
  'cross-entropy': {
    gradientScale: images => 1 / images,
    // From the largest score on, no power is too large.
    errors: `if (thread < outputs) { errors[thread] = value; }
  workgroupBarrier();
  var most = errors[0];
  for (var other = 1u; other < outputs; other++) { most = max(most, errors[other]); }
  var total = 0.0;
  for (var other = 0u; other < outputs; other++) { total += exp(errors[other] - most); }
  let entropy = log(total) + most - errors[label];
  workgroupBarrier();
  if (thread < outputs) { errors[thread] = exp(value - most) / total - select(0.0, 1.0, thread == label); }`,
    image: "// The padding carries the image's loss: update sums it as it sums the output biases' gradient.",
    sum: 'entropy',
    terms: 'batchSize',
  },
};
