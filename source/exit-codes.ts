/** The exit codes of the program; docs/json.md lists them from here. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  hangUp: 129,
  interrupted: 130,
  quit: 131,
  terminated: 143,
} as const;

/** What each exit code means. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done, also when the early stop or the last epoch ended a training',
  failed:
    'something went wrong: standard error says in one line what, where, and what to do; also when a training diverged, weights could not be saved, or standard output could not be written',
  usage:
    'the command line is wrong: an unknown command or option, a value out of range, a digit that the dataset has not',
  hangUp:
    'the terminal was closed (SIGHUP); a training was stopped and its weights were saved; a sweep keeps the runs that were done',
  interrupted: 'Ctrl+C or SIGINT; likewise',
  quit: 'SIGQUIT; likewise',
  terminated: 'SIGTERM; likewise',
};

/** The exit code of a program that a signal asked to end. */
export const signalCodes = {
  SIGHUP: exitCodes.hangUp,
  SIGINT: exitCodes.interrupted,
  SIGQUIT: exitCodes.quit,
  SIGTERM: exitCodes.terminated,
} as const;
