import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import {drawing as words} from '../words/drawing.js';
import {fill} from '../words/fill.js';

/** Keeps drawings in the user's folder, and reads those that are there. */
export type Drawings = {
  /** Reads them once the view in which they can be seen is shown. */
  readonly look: () => void;
  readonly outside: {
    /** Keeps what the network sees of the drawing now, with its label. */
    readonly keep: (told: {readonly label: number}) => void;
    /** Puts the first digit of a picture on the canvas. */
    readonly 'open-picture': (told: {readonly file: string}) => void;
  };
};

/** What there is to keep, and where actions go. */
type Told = {
  readonly current: () => State;
  readonly act: (action: Action) => void;
  /** What the network sees of the drawing now; undefined where nothing is drawn. */
  readonly seen: () => Uint8Array | undefined;
};

/** What reads and keeps drawings, one after the other. What writes files is loaded when it is needed. */
export function createDrawings({current, act, seen}: Told): Drawings {
  let last: Promise<void> | undefined;
  const say = (notice: string): void => act({type: 'say', once: false, notice});
  const read = async (): Promise<void> => {
    const {readDrawings} = await import('./drawing-files.js');
    const {drawings, fault} = await readDrawings();
    act({type: 'kept-read', drawings});
    if (fault !== undefined) say(fault);
  };
  const write = async (pixels: Uint8Array, label: number): Promise<void> => {
    const {writeDrawing} = await import('./drawing-files.js');
    const {file, fault} = await writeDrawing({pixels, label}, new Date());
    if (fault !== undefined) return say(fill(words.notKept, {why: fault, file}));
    act({type: 'kept', drawing: {pixels, label}, notice: fill(words.kept, {label, file})});
  };
  const open = async (file: string): Promise<void> => {
    const {readPicture} = await import('./picture-file.js');
    const {pixels, notice} = await readPicture(file);
    if (pixels === undefined) say(notice);
    else act({type: 'put-picture', pixels, notice});
  };
  return {
    look() {
      if (last === undefined && current().screen.view === 'draw') last = read();
    },
    outside: {
      keep({label}) {
        const pixels = seen();
        act({type: 'close'});
        if (pixels !== undefined) last = (last ?? read()).then(() => write(pixels, label));
      },
      'open-picture': ({file}) => void open(file),
    },
  };
}
