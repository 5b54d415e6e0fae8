/** The same of the panels that show runs and the lesson, see explain.ts. */
export const runPanels = {
  lesson: {
    title: 'Lesson',
    says: [
      'A page of the lesson: what it is about, a question, and something to do, which is noticed once it is done. The panel beside it is the program itself.',
    ],
    thought: [],
  },
  answers: {
    title: 'First digits',
    says: ['What each of the first digits of the split is, what the network takes it for, and whether that is right.'],
    thought: [],
  },
  race: {
    title: 'Runs',
    says: [
      'A line for each run: its mark, its accuracy, on wide screens its test loss, its steps, its seconds, and which settings differ. Below, their accuracy over steps, images or seconds: which of these is equal decides who seems to win.',
      'One run leads from 0.3 points on; seeds alone make that much difference.',
    ],
    thought: [],
  },
} as const;
