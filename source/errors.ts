/** A fault that a person can mend: its message is one clear line that says what, where and what to do. */
export class UserError extends Error {
  override name = 'UserError';

  /** @param exitCode 1, or 2 for a wrong command line */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
