/** One row of the table of commands. */
export type CommandRow = {
  /** What follows the command's name, as the usage line shows it; empty for a command without arguments. */
  readonly arguments: string;
  /** The words that its argument can be; none where it takes no argument or anything else, such as an index. */
  readonly words: readonly string[];
  /** Whether its arguments can be files. */
  readonly files?: true;
  readonly help: string;
  /** What a person may type, the program's name left out, and what that does. */
  readonly examples: readonly (readonly [typed: string, effect: string])[];
};
