const end = '\u001B[201~';
/** Characters that are kept of a paste. */
const limit = 2 ** 20;

/** Text that is being pasted, between `ESC [ 200 ~` and `ESC [ 201 ~`. */
export class Paste {
  /** Whether its rest has not come in time, and so may never come. It stays so: Ctrl+C then is Ctrl+C. */
  stalled = false;
  text = '';
  /** How much of the end the last characters are. */
  private matched = 0;

  /** Takes one character, whatever it is; returns whether it is the last of the end. What is beyond the limit is dropped. */
  take(character: string): boolean {
    if (character === end[this.matched]) {
      this.matched++;
      return this.matched === end.length;
    }
    this.keep(end.slice(0, this.matched));
    this.matched = character === end[0] ? 1 : 0;
    if (this.matched === 0) this.keep(character);
    return false;
  }

  private keep(text: string): void {
    if (this.text.length + text.length <= limit) this.text += text;
  }
}
