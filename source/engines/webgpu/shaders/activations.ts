import type {Activation} from '../../../network/activations.js';
import type {NetworkLayout} from '../layout.js';

/** WGSL of an activation: four units at a time, whose sums and values are vec4f. */
type ActivationCode = {
  /** Functions that `value` calls. */
  readonly functions: (layout: NetworkLayout) => string;
  /** The units' values, from an expression for their sums. */
  readonly value: (sums: string) => string;
  /** The gradient of the units' sums, from that of their values (`sum * step.gradientScale`) and their values. */
  readonly gradient: string;
};

/**
 * What sigmoid and tanh have in common. The exponent has a limit, since WGSL promises nothing about infinity.
 * Units that are only padding stay 0: sigmoid would give them a value, and they would learn.
 */
const curve = ({hidden}: NetworkLayout): string => /* wgsl */ `
fn sigmoid(sum: vec4f) -> vec4f { return 1.0 / (1.0 + exp(min(-sum, vec4f(87.0)))); }

fn onlyUnits(value: vec4f, quad: u32) -> vec4f {
  return select(vec4f(), value, quad * 4u + vec4u(0u, 1u, 2u, 3u) < vec4u(${hidden}u));
}
`;

/**
 * The activations. WGSL's own tanh may be wrong by 1e-5, and by more for large sums on some drivers: the exponential is
 * right to some units of the last place everywhere.
 */
export const activationCode: Readonly<Record<Activation, ActivationCode>> = {
  relu: {
    functions: () => '',
    value: sums => `max(${sums}, vec4f())`,
    gradient: 'select(vec4f(), sum * step.gradientScale, hidden[unitQuad] > vec4f())',
  },
  sigmoid: {
    functions: curve,
    value: sums => `onlyUnits(sigmoid(${sums}), unitQuad)`,
    gradient: 'sum * step.gradientScale * hidden[unitQuad] * (1.0 - hidden[unitQuad])',
  },
  tanh: {
    functions: curve,
    value: sums => `onlyUnits(2.0 * sigmoid(2.0 * (${sums})) - 1.0, unitQuad)`,
    gradient: 'sum * step.gradientScale * (1.0 - hidden[unitQuad] * hidden[unitQuad])',
  },
};
