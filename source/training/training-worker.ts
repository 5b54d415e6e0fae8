import type {Engine} from '../engines/engine.js';
import type {Beginning} from './begin.js';
import type {EngineTried} from './current-engine.js';
import {Inbox} from './inbox.js';
import type {Command, Wish} from './protocol.js';
import {Runner} from './runner.js';
import type {Surroundings} from './surroundings.js';

/** All that the worker acts on. */
type Message = Command | EngineTried;
type MessageOf<Type extends Message['type']> = Extract<Message, {type: Type}>;

/**
 * The training worker's life, a state machine: it carries out what has arrived, follows the wish, trains a little, and
 * begins anew, until `close`.
 */
export class TrainingWorker {
  private readonly inbox = new Inbox<Message>();
  private readonly runner: Runner;
  private wish: Wish | undefined;
  private isClosed = false;

  private readonly handlers: {[Type in Message['type']]: (message: MessageOf<Type>) => Promise<void> | void} = {
    wish: ({wish}) => {
      if (wish.engine !== this.wish?.engine) this.runner.engine.wish(wish.engine);
      this.wish = wish;
    },
    step: async () => {
      // The wishes before it hold.
      await this.follow();
      await this.runner.step();
    },
    swap: async command => {
      // The wishes before it are those of the runs that are put aside.
      await this.follow();
      this.handlers.wish({type: 'wish', wish: command.wish});
      // Who asks for it has a screen, and wants its first moments even if it is trained at once.
      this.runner.weights.look();
      await this.runner.swap(command);
    },
    reset: command => this.runner.open(command),
    race: command => this.runner.open(command),
    look: () => this.runner.weights.look(),
    'engine-tried': tried => this.runner.changeEngine(tried),
    close: () => {
      this.isClosed = true;
      return this.runner.end();
    },
  };

  /** @param engine works, and has the dataset */
  constructor(
    private readonly around: Surroundings,
    engine: Engine,
    begun: Beginning,
  ) {
    around.port.on('message', (command: Command) => this.inbox.add(command));
    this.runner = new Runner(around, engine, begun, tried => this.inbox.add(tried));
  }

  async live(): Promise<void> {
    const {runner, inbox} = this;
    await runner.start();
    while (!this.isClosed) {
      await this.sleep();
      // Lets messages arrive: what was sent at once is carried out at once.
      await new Promise(resolve => setImmediate(resolve));
      for (const message of inbox.takeAll()) {
        if (!this.isClosed) await runner.attempt(() => this.carryOut(message.type, message));
      }
      await this.follow();
      if (!this.isClosed) await runner.attempt(() => runner.goOn());
    }
    await runner.engine.now.dispose();
    await this.around.images.end();
    this.around.port.close();
  }

  private carryOut<Type extends Message['type']>(type: Type, message: MessageOf<Type>): Promise<void> | void {
    return this.handlers[type](message);
  }

  /** Waits until there is something to do; where only a message can bring that, the other thread has the newest weights. */
  private async sleep(): Promise<void> {
    const {inbox, runner} = this;
    if (runner.wait === Number.POSITIVE_INFINITY && inbox.isEmpty) await runner.sendWeights();
    const {wait} = runner;
    if (wait > 0) await inbox.wait(Math.ceil(wait));
  }

  /** Sees to it that what goes on is what is wished for. */
  private async follow(): Promise<void> {
    const {runner, wish} = this;
    if (wish !== undefined && !this.isClosed) await runner.attempt(() => runner.follow(wish));
  }
}
