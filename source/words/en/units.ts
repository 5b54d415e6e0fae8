/** The hidden units: their tiles, the one that is chosen, and those that are switched off. */
export const units = {
  title: 'Hidden units',
  unit: 'Unit {unit}',
  none: 'when there are weights',
  few: {one: 'unit {units}', other: 'units {units}'},
  many: '{count} units',
  /** What the tiles show, their order, and which of how many stand there. */
  detail: [
    '{what}, {order}: {first}-{last} of {count}',
    '{brief}, {order}: {first}-{last} of {count}',
    '{brief}: {first}-{last} of {count}',
    '{first}-{last} of {count}',
    '{brief}',
  ],
  what: {
    change: 'change since step {step}',
    weights: 'weights',
    startWeights: 'weights at the start',
  },
  brief: {change: 'change', weights: 'weights'},
  orders: {index: 'by index', now: 'by value now', share: 'by share'},
  /** What stands below a tile, in three columns. */
  marks: {off: 'off', share: '{share}%'},
  /** Beside the title of the chosen unit: its value for the chosen digit, and for what share of digits it is above 0. */
  now: [
    'at {value}, above {level} for {share} % of {digits} train digits',
    'at {value}, above {level} for {share} % of digits',
    'at {value}',
  ],
  dark: ['dark: at 0 for all of {digits} train digits', 'dark: at 0 for all {digits}', 'dark'],
  offNow: ['off, else at {value}', 'off'],
  at: 'at {value}',
  /** What the colours of its tile say. */
  caption: {
    change: [
      '{more}: ink here makes it larger than at step {step}, {less}: smaller',
      '{more}: ink here makes it larger than at step {step}',
      '{more}: larger than at step {step}',
    ],
    weights: ['{more}: ink here makes it larger, {less}: smaller', '{more}: ink here makes it larger'],
  },
  colours: {more: 'orange', less: 'blue'},
  /** What it adds to the scores. */
  adds: 'it adds {answer} to the {first} and {runnerUp} to the {second}',
  addsNothing: 'at 0 it adds nothing to any score',
  addsOff: 'switched off it adds nothing to any score',
  /** Its output weight to each digit, as a column's name. */
  to: 'to {digit}',
  notOneDigit: 'it works for all ten scores, not for one digit',
  /** The lead as a sum. */
  lead: [
    'the {first} leads the {second} by {lead}, the sum of',
    '{first} leads {second} by {lead}, the sum of',
    'leads {second} by {lead}:',
  ],
  parts: {unit: 'unit {unit} {part}', other: '{unit} {part}', biases: 'biases {part}'},
  others: {one: '{count} other {part}', other: '{count} others {part}'},
  /** What switched-off units cost, from with all units to without those. */
  fromTo: '{before} {arrow} {after} %',
  cost: 'without {units}: {change}',
  costSoFar: 'without {units}: {change} of {done} digits so far',
  worst: '{digits} {change}',
  noneSuffers: 'no digit suffers',
  costComes: 'without {units}: the test digits are being looked through',
  toSwitch: 'x switches it off and shows the cost',
  toHold: 'Enter, then x switches it off',
  /** The digits as many of a kind. */
  kinds: ['zeros', 'ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'sevens', 'eights', 'nines'],
  /** The keys of the tiles once they have the arrows. */
  keys: {
    hold: 'units',
    choose: {help: 'choose a unit'},
    switch: {help: 'unit off; again: on', hint: 'off, on'},
    order: {help: 'by index, value, share', hint: 'order'},
    tiles: {help: 'weights, or change', hint: 'weights'},
    allOn: {help: 'all units on', hint: 'all on'},
  },
} as const;
