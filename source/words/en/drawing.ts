/** The canvas, what the network sees of it, and what would flip its answer. */
export const drawing = {
  title: 'Canvas',
  /** What the canvas was begun with. */
  ofDigit: ['{split} {index}', '{index}'],
  ofKept: ['kept {place} of {count}', '{place}/{count}'],
  tools: {none: 'pen up', pen: 'pen down', eraser: 'eraser'},
  nothing: 'nothing drawn',
  /** What a picture has been read for; of several digits the first is on the canvas. */
  fromFile: {one: 'from {file}', other: 'the first of {count} digits in {file}; predict reads them all'},
  noDigitIn: '{file}: no digit in it',
  start: 'draw with the mouse, or Enter and then arrows and Space',
  /** What the arrows show while the canvas has none. */
  keptHere: {
    one: 'Without Enter the arrows show {count} kept drawing',
    other: 'Without Enter the arrows show {count} kept drawings',
  },
  sees: 'The network sees',
  exact: 'the canvas as it is: each changed pixel counts',
  prepared: "the drawing as MNIST's digits were made: 20 pixels high or wide, strokes as thick, in the middle",
  scrambled: "the drawing as MNIST's digits were made, its pixels scrambled as theirs are",
  flips: {
    title: 'What flips the answer',
    make: {
      one: '{count} changed pixel makes it {answer}',
      other: '{count} changed pixels make it {answer}',
    },
    briefly: {one: '{count} pixel: {answer}', other: '{count} pixels: {answer}'},
    answers: ['a 0', 'a 1', 'a 2', 'a 3', 'a 4', 'a 5', 'a 6', 'a 7', 'an 8', 'a 9'],
    many: ['no {most} changed pixels flip it', 'no {most} pixels do'],
    show: ': o shows which',
    legend: ': {ink} inked, {paper} erased',
  },
  hint: 'and Space draw, Enter keeps',
  enter: 'canvas',
  keptHint: 'kept drawings',
  /** The keys of the canvas. */
  keys: {
    move: 'move; pen down: draw',
    pen: 'pen down; again: up',
    eraser: 'eraser down; again: up',
    undo: 'take back',
    clear: 'clear, if you say so',
    keep: 'keep with a label',
    flips: 'what flips the answer',
  },
  clear: 'Delete again clears the drawing, Esc keeps it',
  clearAnswers: 'Delete or y: yes, Esc or n: no',
  label: 'Which digit is it? 0 to 9 keeps it, Esc does not',
  labelAnswers: 'a digit from 0 to 9, or Esc',
  nothingToUndo: 'nothing to take back',
  keepsNone: 'no drawing is kept with --no-save',
  reading: 'the kept drawings are being read',
  keepsNoScrambled: 'a digit with scrambled pixels is not kept',
  noneKept: 'no drawing is kept yet: Enter on the canvas, Enter again',
  notOurs: '{file}: has no 28 x 28 grey pixels',
  kept: 'kept as {label} in {file}',
  notKept: 'the drawing could not be kept ({why}): {file}',
  notRead: {
    one: '{count} kept drawing could not be read: {why}',
    other: '{count} kept drawings could not be read: {why}',
  },
} as const;
