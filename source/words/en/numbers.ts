/** The numbers of the chosen digit. */
export const numbers = {
  title: 'The numbers',
  working: 'working',
  /** The digit and which of its pixels are shown, ever more briefly. */
  window: [
    '{digit}, label {label}: rows {top}-{bottom}, columns {left}-{right}',
    '{digit}, {label}: rows {top}-{bottom}, columns {left}-{right}',
    '{digit}, {label}: rows {top}-{bottom}',
    '{digit}, {label}',
  ],
  all: '{digit}, label {label}: 784 pixels, 0 for paper to 255 for ink',
  pixel: 'row {row}, column {column}: {raw} / 255 = {input}',
  hint: 'pixels',
  enter: 'cursor',
  scores: 'digit  score  wanted  squared',
  loss: 'loss = {sum} / 10 = {loss}',
  spoken: 'label {label}: 1 is wanted for {label}, 0 for the others; loss {loss}, the mean of ten squared differences',
  toStep: 'A single step (.) shows here how Adam moves one weight.',
  step: 'Step t = {step}, weight from this pixel to hidden unit {unit} (it adds most to {answer}):',
  brief: 'step {step}, unit {unit}: {before} {update}',
  lines: [
    'gradient   g = {gradient}, of the batch that the step was taken for',
    'mean       m = 0.9 x {firstBefore} + 0.1 x g = {firstAfter}',
    'of squares v = 0.99 x {secondBefore} + 0.01 x g x g = {secondAfter}',
    "corrected  m' = m/(1-0.9^t) = {mean}, v' = v/(1-0.99^t) = {meanSquare}",
    "update     -{rate} x m' / (sqrt v' + 1e-8) = {update}",
  ],
  weight: 'weight     {before} {update} = {after}',
  first: "Adam's first step is the learning rate itself, whatever the gradient.",
  none: 'The gradient is 0: no ink here in that batch, or the unit was off.',
} as const;
