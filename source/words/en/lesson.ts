/** What stands around the pages of the lesson. */
export const lesson = {
  place: '{page} of {pages}, {chapter}',
  right: 'Right. {reason}',
  wrong: 'Not so: {answer}. {reason}',
  /** What is answered before it can be known. */
  waits: 'You say: {answer}. That will be seen when it has learned.',
  /** In place of the numbers of a page that are not known yet. */
  later: 'Its numbers will stand here when it has learned.',
  task: 'Do: {task}',
  done: 'Done: {task}',
  more: 'the down arrow shows the rest',
  unknown: '...',
  hint: 'pages, answers',
  enter: 'lesson',
  /** What Esc does with the arrows. */
  back: 'digits',
  turn: {help: 'page back, page on'},
  move: {help: 'another answer'},
  answer: {help: 'give this answer', hint: 'answer'},
  run: {help: 'start the run of this page'},
  firstPage: 'this is the first page',
  lastPage: 'this is the last page',
  answered: 'this question has been answered: the right arrow turns the page',
  noRun: 'this page needs no run of its own',
  /** What was open is put aside, and is there again. */
  opened: 'your run is put aside as it is: 7 here leaves the lesson and brings it back',
  left: 'your run is as it was; 7 goes on with the lesson',
  leftPaused: 'your run is as it was: Space goes on with it, 7 with the lesson',
  notSaved: 'the lesson saves no run, and opens none that is saved: 7 on its page leaves it',
  notRead: 'the page of the last lesson could not be read: {why}',
  notKept: 'the page could not be kept: {why}',
  /** What a screen reader is told besides. */
  keys: 'arrows left and right turn pages, up and down choose an answer, Enter gives it, Esc leaves the arrows to the digits',
  answerIs: 'Answer: {answer}',
  /** The heading of each page where all are printed. */
  heading: '{page}. {title}',
  seed: 'Printed with seed {seed}; the numbers are those of its runs.',
  choice: '{number}) {answer}',
} as const;

/** The chapters, each a good place to stop. */
export const chapters = {
  minutes: 'Five minutes',
  data: 'Data',
  network: 'Network',
  learning: 'Learning',
  inside: 'Inside and out',
} as const;

/** The first digits, and what each is taken for. */
export const lessonAnswers = {
  title: 'Answers',
  right: ['{right} of {count} right', '{right} right'],
} as const;
