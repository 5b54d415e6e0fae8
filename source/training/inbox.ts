/** What has arrived and not been carried out, in order. */
export class Inbox<Message> {
  private messages: Message[] = [];
  private wake = (): void => {};

  get isEmpty(): boolean {
    return this.messages.length === 0;
  }

  add(message: Message): void {
    this.messages.push(message);
    this.wake();
  }

  /** Resolves when something is there, at the latest after so many milliseconds. */
  async wait(milliseconds = Number.POSITIVE_INFINITY): Promise<void> {
    if (!this.isEmpty) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>(resolve => {
      this.wake = resolve;
      if (Number.isFinite(milliseconds)) timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
  }

  takeAll(): Message[] {
    return this.messages.splice(0);
  }
}
