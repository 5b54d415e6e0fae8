import type {MessagePort} from 'node:worker_threads';
import type {EngineTried} from './current-engine.js';
import type {Command} from './protocol.js';

/** All that the worker acts on. */
export type Message = Command | EngineTried;

/** What is carried out between two calls of the engine, while a run goes on. */
export type Aside = Extract<Message, {type: 'watch' | 'unwatch' | 'change-engine' | 'engine-tried'}>;

const isAside = (message: Message): message is Aside =>
  message.type === 'watch' ||
  message.type === 'unwatch' ||
  message.type === 'change-engine' ||
  message.type === 'engine-tried';

/** What has arrived and not been carried out. */
export class Inbox {
  private readonly messages: Message[] = [];
  private wake: () => void = () => {};

  constructor(port: MessagePort) {
    port.on('message', (command: Command) => this.add(command));
  }

  /** Takes a message as if it had come from outside. */
  add(message: Message): void {
    this.messages.push(message);
    this.wake();
  }

  /** The next message; waits for one. */
  async next(): Promise<Message> {
    for (;;) {
      const message = this.messages.shift();
      if (message !== undefined) return message;
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  /** Takes out what can be carried out while a run goes on. */
  takeAsides(): Aside[] {
    const taken = this.messages.filter(isAside);
    const kept = this.messages.filter(message => !isAside(message));
    this.messages.splice(0, this.messages.length, ...kept);
    return taken;
  }

  /** Whether a message waits that ends a run. */
  get endsRun(): boolean {
    return this.messages.some(message => message.type !== 'train' && !isAside(message));
  }
}
