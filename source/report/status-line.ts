/** One line that is written over again and again, for a person who waits; nothing at all when no terminal is there. */
export type StatusLine = {
  show(text: string): void;
  clear(): void;
};

const showAfter = 100;

/** @param stream standard error, so that standard output has only results */
export function createStatusLine(stream: NodeJS.WriteStream): StatusLine {
  if (!stream.isTTY) return {show() {}, clear() {}};
  let visible = false;
  let last = 0;
  return {
    show(text) {
      const now = performance.now();
      if (visible && now - last < showAfter) return;
      last = now;
      visible = true;
      stream.write(`\r\u001B[K${text}`);
    },
    clear() {
      if (visible) stream.write('\r\u001B[K');
      visible = false;
    },
  };
}
