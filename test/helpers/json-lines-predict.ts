import type {LineKind, Shape} from './json-shape.js';

const split: Shape = {oneOf: ['train', 'test']};
const scores: Shape = {list: 'number', length: 10};

/** The lines of predict. */
export const predictLines = {
  prediction: {
    command: 'predict',
    when: 'for each index, in the order given',
    fields: {
      index: ['whole number', 'counted from 0'],
      split: [split, 'where the digit is from'],
      label: ['whole number', 'the right digit'],
      answer: ['whole number', 'the digit with the largest score'],
      correct: ['true or false', 'whether the answer is the label'],
      'labelName?': ['text', 'what the label is called, where the dataset is known to have no digits'],
      'answerName?': ['text', 'what the answer is called, likewise'],
      scores: [scores, 'the raw outputs: wanted 1 for the label and 0 for the rest, no probabilities'],
      'probabilities?': [scores, 'what softmax makes of them, where the network was trained by cross-entropy'],
    },
  },
  picture: {
    command: 'predict',
    when: 'for each digit of each picture, line by line and from left to right',
    fields: {
      file: ['text', 'the picture'],
      answer: ['whole number', 'the digit with the largest score'],
      'answerName?': ['text', 'what the answer is called, where the dataset is known to have no digits'],
      scores: [scores, 'the raw outputs, as above'],
      'probabilities?': [scores, 'as above'],
      box: [{list: 'whole number', length: 4}, 'where the digit is in the picture: x, y, width and height in pixels'],
    },
  },
} as const satisfies Readonly<Record<string, LineKind>>;
