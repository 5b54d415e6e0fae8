/** What the dashboard says of what has happened, the reason first. */
export const notices = {
  diverged: 'the loss ran away: weights from before this epoch are kept; lower --learning-rate',
  ownFault: '{message} (a fault of the program)',
  tooFew: '{images} train images fill no batch of {batchSize}: start with --batch-size {images} or less',
  nothingToPause: 'nothing to pause: t trains',
  rate: 'learning rate {rate}',
  engineInUse: '{engine} is in use',
  noSuchIndex: '{split} has indices 0 to {last}, not {index}',
  showKeys: '? shows the keys',
  closeOverlay: 'Esc closes this',
  pasted: 'pasted text is not commands',
  noDigit: '{text} is no digit',
  onlyDigits: 'only digits count here',
  noDigits: 'no digits in the pasted text',
  noEvaluation: 'the digits are still being looked through',
  noMistakes: 'no mistake',
  /** Of a cell of the confusion matrix that is open. */
  noDigitInCell: 'no digit in this cell: Esc closes it',
  inCell: '{place} of {count} with label {label} and answer {answer}; Esc: all mistakes',
  nothingChanged: 'nothing to compare yet: that takes two evaluations',
  tooManyDigits: 'no index has more than {most} digits',
} as const;
