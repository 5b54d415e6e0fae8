import type {RunOptions} from '../training/protocol.js';

/** The runs that pages of the lesson begin with their own settings; all others are those that are open. */
export const lessonRuns = {
  /** Most hidden units are dead within a few steps. */
  tooFast: {learningRate: 0.02, epochs: 2, noiseLabels: 0, trainImages: undefined},
  /** It learns false labels by heart, and gets worse on new digits. */
  byHeart: {trainImages: 5000, noiseLabels: 20, epochs: 60, earlyStop: false},
} as const satisfies Readonly<Record<string, Partial<RunOptions>>>;

/** See lessonRuns. */
export type LessonRun = keyof typeof lessonRuns;
