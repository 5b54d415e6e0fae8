/** What would move the cursor, colour the text or turn its direction: control characters, line ends, marks of direction. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from a file, a path or a device as one line that a terminal can be given: line ends and tabs become spaces, other
 * control characters (C0, DEL, C1) are written out, such as `\x1b`.
 */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*|\t/g, ' ').replace(unprintable, character => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/** Names for a message, and how many more there are: at most ten, shortened to 30 characters each and 120 in all. */
export function listed(names: readonly string[]): string {
  const shown: string[] = [];
  let room = 120;
  for (const name of names.slice(0, 10)) {
    const short = name.length > 30 ? `${name.slice(0, 29)}…` : name;
    room -= short.length + 2;
    if (room < 0) break;
    shown.push(short);
  }
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` … and ${more.toLocaleString('en-US')} more` : ''}`;
}

/** A fault that a person can mend: its message is one clear line that says what, where and what to do. */
export class UserError extends Error {
  override name = 'UserError';

  /**
   * @param message is made printable here, so that no name in it can reach the terminal as it is
   * @param exitCode 1, or 2 for a wrong command line
   */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(printable(message));
  }
}

/** The text of anything that was thrown, as it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
