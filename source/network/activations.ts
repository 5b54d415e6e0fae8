/** What a hidden unit makes of its sum. */
export const activationNames = ['relu', 'sigmoid', 'tanh'] as const;

/** See activationNames. */
export type Activation = (typeof activationNames)[number];

type ActivationFacts = {
  /** A unit's value as a function of its sum, and how that changes with the sum, told by the value. */
  readonly of: (sum: number) => number;
  readonly slope: (value: number) => number;
  /** What its layer is called in PyTorch. */
  readonly layer: string;
  /** The value above which a unit counts as answering a digit: that of a sum of 0. */
  readonly level: number;
};

/** Without one of them two layers would be no more than one: a sum of sums is a sum. */
export const activations: Readonly<Record<Activation, ActivationFacts>> = {
  relu: {of: sum => Math.max(0, sum), slope: value => (value > 0 ? 1 : 0), layer: 'ReLU', level: 0},
  sigmoid: {of: sum => 1 / (1 + Math.exp(-sum)), slope: value => value * (1 - value), layer: 'Sigmoid', level: 0.5},
  tanh: {of: Math.tanh, slope: value => 1 - value * value, layer: 'Tanh', level: 0},
};
