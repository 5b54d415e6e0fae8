import {listed, UserError} from '../../errors.js';
import {type Activation, activationNames} from '../../network/activations.js';
import {type LossName, lossNames} from '../../network/losses.js';
import type {Weights} from '../../network/network-state.js';
import {programVersion} from '../../program.js';
import {formerSettings} from './run-info.js';

/** A network that can be passed on: its weights, and the loss that it was trained by, which says what its scores are. */
export type TrainedNetwork = {readonly weights: Weights; readonly loss: LossName};

/** What four arrays of weights do not say of their network. */
export type Kind = {readonly activation: Activation; readonly loss: LossName};

/**
 * Reads what a file of weights alone says of them in words; what it does not say is as in the tutorial.
 * @param word the text under a name
 * @throws UserError for a word that this version does not know
 */
export function readKind(word: (name: string) => string | undefined, file: string): Kind {
  const read = <Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word => {
    const given = word(name);
    const known = words.find(each => each === given);
    if (given === undefined) return otherwise;
    if (known === undefined)
      throw new UserError(`${file}: its ${name} is "${listed([given])}"; known are ${words.join(', ')}`);
    return known;
  };
  return {
    activation: read('activation', activationNames, formerSettings.activation),
    loss: read('loss', lossNames, formerSettings.loss),
  };
}

/** What an exported file says of itself, for a person who opens it in another program. */
export function aboutNetwork({weights: {activation, hiddenBias}, loss}: TrainedNetwork): Record<string, string> {
  return {
    program: `mnist-tui ${programVersion}`,
    network: `Linear 784 to ${hiddenBias.length}, ${activation}, Linear ${hiddenBias.length} to 10`,
    activation,
    loss,
    input: '784 pixels, 28 rows of 28: 0 is paper, 1 is ink (a byte divided by 255)',
    output:
      'ten raw scores, one for each digit; the answer is the largest; softmax makes probabilities of them only where loss is cross-entropy',
  };
}
