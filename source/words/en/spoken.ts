/** What only a screen reader is told. */
export const spoken = {
  program: 'mnist-tui: ? lists the keys, q quits',
  network: '{dataset}, {place}, seed {seed}',
  fromRandom: 't trains the network, from random weights',
  fromRandomSaved: 't trains the network, from random weights; c goes on with the saved run',
  onFrom: {
    one: 't trains the network, on from {count} epoch',
    other: 't trains the network, on from {count} epochs',
  },
  savesIn: 'saves weights in {place}',
  training: 'Training: epochs {first} to {last}',
  epoch: 'Epoch {epoch}: {accuracy} right, mean test loss {loss}',
  epochOf: 'Epoch {epoch} of {last}: {accuracy} right, mean test loss {loss}',
  ended: {
    one: 'Training ended: {ending}, {count} epoch, last run {time}',
    other: 'Training ended: {ending}, {count} epochs, last run {time}',
  },
  digit: '{split} {index}: {label}',
  toPredict: 'p shows the answer',
  answers: {
    trained: {
      right: 'answer {answer}, right, score {score}',
      wrong: 'answer {answer}, wrong, score {score}',
    },
    random: {
      right: 'answer {answer}, right, score {score}; weights are random',
      wrong: 'answer {answer}, wrong, score {score}; weights are random',
    },
  },
  askIndex: 'Go to {split} index; {keys}',
  key: '{key}: {help}',
  noPictures: 'no pictures with --screen-reader',
} as const;
