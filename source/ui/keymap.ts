import {engineNames} from '../engines/catalogue.js';

/** What a key can make the dashboard do. */
export type Controls = {
  move(by: number): void;
  moveTo(index: number): void;
  askIndex(): void;
  switchSplit(): void;
  toggleTraining(): void;
  startAfresh(): void;
  changeEngine(): void;
  predict(): void;
  closePanel(): void;
  toggleArt(): void;
  toggleSummary(): void;
  toggleKeys(): void;
  suspend(): void;
  redraw(): void;
  quit(exitCode: 0 | 130): void;
};

/** One row of the key table. */
export type Binding = {
  /** Names as keyName gives them. */
  readonly keys: readonly string[];
  /** What the key is called: on Unicode screens, and in plain ASCII. */
  readonly label: string;
  readonly ascii?: string;
  readonly help: string;
  /** What the footer says, if the key stands there. */
  readonly hint?: string;
  /** Whether it acts while the summary or the keys cover the panels, too. */
  readonly overOverlay?: true;
  /** @param key which of the keys it was */
  readonly run: (controls: Controls, key: string) => void;
};

/** Every key of the dashboard: the one table behind keys, footer, help and README. */
export const bindings: readonly Binding[] = [
  {keys: ['left'], label: '←', ascii: 'Left', help: 'previous digit', run: controls => controls.move(-1)},
  {keys: ['right'], label: '→', ascii: 'Right', help: 'next digit', run: controls => controls.move(1)},
  {keys: ['up'], label: '↑', ascii: 'Up', help: 'ten digits back', run: controls => controls.move(-10)},
  {keys: ['down'], label: '↓', ascii: 'Down', help: 'ten digits on', run: controls => controls.move(10)},
  {keys: ['pageup'], label: 'PageUp', help: 'a hundred digits back', run: controls => controls.move(-100)},
  {keys: ['pagedown'], label: 'PageDown', help: 'a hundred digits on', run: controls => controls.move(100)},
  {
    keys: ['home', 'end'],
    label: 'Home End',
    help: 'first, last digit',
    run: (controls, key) => controls.moveTo(key === 'home' ? 0 : Number.MAX_SAFE_INTEGER),
  },
  {
    keys: ['t'],
    label: 't',
    help: 'train; again: stop and keep the weights',
    hint: 'train',
    run: controls => controls.toggleTraining(),
  },
  {
    keys: ['p'],
    label: 'p',
    help: 'predict the chosen digit, and go on doing so',
    hint: 'predict',
    run: controls => controls.predict(),
  },
  {keys: ['g'], label: 'g', help: 'go to an index', hint: 'go to', run: controls => controls.askIndex()},
  {
    keys: ['tab'],
    label: 'Tab',
    help: 'other split: test or train',
    hint: 'split',
    run: controls => controls.switchSplit(),
  },
  {
    keys: ['a'],
    label: 'a',
    help: 'digit as ASCII characters or as blocks',
    hint: 'art',
    run: controls => controls.toggleArt(),
  },
  {
    keys: ['m'],
    overOverlay: true,
    label: 'm',
    help: 'model summary',
    hint: 'model',
    run: controls => controls.toggleSummary(),
  },
  {
    keys: ['r'],
    label: 'r',
    help: 'start afresh with new random weights',
    hint: 'reset',
    run: controls => controls.startAfresh(),
  },
  {keys: ['e'], label: 'e', help: `next engine: ${engineNames.join(', ')}`, run: controls => controls.changeEngine()},
  {
    keys: ['escape'],
    overOverlay: true,
    label: 'Esc',
    help: 'close what is open',
    run: controls => controls.closePanel(),
  },
  {keys: ['?'], overOverlay: true, label: '?', help: 'all keys', hint: 'keys', run: controls => controls.toggleKeys()},
  {
    keys: ['ctrl+z'],
    overOverlay: true,
    label: 'Ctrl+Z',
    help: 'back to the shell; fg goes on',
    run: controls => controls.suspend(),
  },
  {
    keys: ['ctrl+l'],
    overOverlay: true,
    label: 'Ctrl+L',
    help: 'draw everything anew',
    run: controls => controls.redraw(),
  },
  {
    keys: ['q', 'ctrl+c'],
    overOverlay: true,
    label: 'q Ctrl+C',
    help: 'quit',
    hint: 'quit',
    run: (controls, key) => controls.quit(key === 'q' ? 0 : 130),
  },
];

const byKey = new Map(bindings.flatMap(binding => binding.keys.map(key => [key, binding] as const)));

/** The binding of a key, if it has one. */
export const bindingOf = (key: string): Binding | undefined => byKey.get(key);
