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

  /** Resolves when something is there. */
  async wait(): Promise<void> {
    if (!this.isEmpty) return;
    await new Promise<void>(resolve => {
      this.wake = resolve;
    });
  }

  takeAll(): Message[] {
    return this.messages.splice(0);
  }
}
