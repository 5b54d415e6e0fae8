import type {MessagePort} from 'node:worker_threads';
import type {Command} from './protocol.js';

/** The commands that a run carries out on the way. */
export type WatchCommand = Extract<Command, {type: 'watch' | 'unwatch'}>;

/** The commands that have arrived and not been carried out. */
export class Inbox {
  private readonly commands: Command[] = [];
  private wake: () => void = () => {};

  constructor(port: MessagePort) {
    port.on('message', (command: Command) => {
      this.commands.push(command);
      this.wake();
    });
  }

  /** The next command; waits for one. */
  async next(): Promise<Command> {
    for (;;) {
      const command = this.commands.shift();
      if (command !== undefined) return command;
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  /** Takes out the commands that can be carried out while a run goes on. */
  takeWatching(): WatchCommand[] {
    const isWatching = (command: Command): command is WatchCommand =>
      command.type === 'watch' || command.type === 'unwatch';
    const taken = this.commands.filter(isWatching);
    const kept = this.commands.filter(command => !isWatching(command));
    this.commands.splice(0, this.commands.length, ...kept);
    return taken;
  }

  /** Whether a command waits that ends a run. */
  get endsRun(): boolean {
    return this.commands.some(({type}) => type !== 'train' && type !== 'watch' && type !== 'unwatch');
  }
}
