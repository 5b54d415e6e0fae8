import {controlSequenceEvent, shiftedKey} from './control-sequences.js';
import type {ControlString} from './control-string.js';
import {type InputEvent, keyEvent} from './events.js';
import {escapedFormOf, ground, keysOfRest, openedBy, type Sequence, type State} from './input-state.js';
import {keyOfCharacter} from './key-codes.js';
import {Paste} from './paste.js';
import {Utf8Decoder} from './utf8.js';

const [esc, ctrlC, cancel, substitute] = ['\u001B', '\u0003', '\u0018', '\u001A'];
/** Milliseconds that the rest of a sequence is waited for, and that of a string or a paste. */
const patience = {sequence: 40, text: 1000} as const;
/** Characters that a control sequence can have. */
const limit = 256;

/**
 * Turns the bytes of a terminal into events. Bytes may come cut anywhere; what is unknown is dropped to its end, and
 * nothing that is broken swallows what follows for ever. It has no clock: whoever feeds it calls `flush` when nothing
 * has come for `patience` milliseconds.
 */
export class InputParser {
  private state: State = ground;
  private readonly decoder = new Utf8Decoder();
  private events: InputEvent[] = [];

  /** How long to wait for more before `flush`; undefined when nothing is waited for. */
  get patience(): number | undefined {
    const {state} = this;
    if (state.kind === 'ground') return undefined;
    if (state.kind === 'paste') return state.paste.stalled ? undefined : patience.text;
    return state.kind === 'string' && state.string.length > 0 ? patience.text : patience.sequence;
  }

  /** Takes some bytes and returns what they complete. */
  feed(bytes: Uint8Array): InputEvent[] {
    for (const byte of bytes) {
      if (this.state.kind === 'mouse' && byte >= 0x20) this.skipMouse(this.state.missing - 1);
      else this.decode(byte);
    }
    return this.taken();
  }

  /** Takes what has come for all that will come: an ESC is the key. A paste stays open, but Ctrl+C now ends it. */
  flush(): InputEvent[] {
    const {state} = this;
    if (state.kind === 'paste') {
      state.paste.stalled = true;
      return [];
    }
    this.decoder.reset();
    this.state = ground;
    this.events.push(...keysOfRest(state));
    return this.taken();
  }

  private taken(): InputEvent[] {
    const {events} = this;
    this.events = [];
    return events;
  }

  private decode(byte: number): void {
    const code = this.decoder.take(byte);
    if (code !== undefined) this.take(String.fromCodePoint(code));
  }

  private take(character: string): void {
    const {state} = this;
    switch (state.kind) {
      case 'mouse':
      case 'ground':
        this.takePlain(character);
        break;
      case 'escape':
        this.takeEscaped(character, state.alt);
        break;
      case 'control':
      case 'shift':
        this.takeSequence(character, state);
        break;
      case 'string':
        this.takeString(character, state.string);
        break;
      case 'paste':
        this.takePasted(character, state.paste);
        break;
    }
  }

  private takePlain(character: string): void {
    this.state = ground;
    const letter = escapedFormOf(character);
    if (character === esc) this.state = {kind: 'escape', alt: false};
    else if (letter === undefined) this.events.push(keyOfCharacter(character));
    else this.state = openedBy(letter, false) ?? ground;
  }

  private takeEscaped(character: string, alt: boolean): void {
    // Of two ESC the first is a key, unless a sequence follows: so rxvt sends Alt with an arrow.
    if (alt && !/[[O]/.test(character)) this.events.push(keyEvent('escape'));
    this.state = character === esc ? {kind: 'escape', alt: true} : (openedBy(character, alt) ?? ground);
    if (this.state !== ground) return;
    if (escapedFormOf(character) === undefined) this.events.push(keyOfCharacter(character, {alt: true}));
    else this.takePlain(character);
  }

  private takeSequence(character: string, sequence: Sequence): void {
    const {kind, alt, text} = sequence;
    const goesOn = kind === 'control' ? /[ -?]/ : /[\d;]/;
    const isLinux = kind === 'control' && text === '' && character === '[';
    // A `$` behind one number ends a key of rxvt.
    if (isLinux || (goesOn.test(character) && !(character === '$' && /^\d+$/.test(text)))) {
      this.state = text.length < limit ? {kind, alt, text: text + character} : ground;
      return;
    }
    this.state = ground;
    if (!/[ -~]/.test(character)) this.takeAfterBreak(character);
    else if (kind === 'shift') this.tell(shiftedKey(text, character, alt));
    else if (text === '' && character === 'M') this.skipMouse(3);
    else if (text === '200' && character === '~') this.state = {kind: 'paste', paste: new Paste()};
    else this.tell(controlSequenceEvent(text, character, alt));
  }

  /** The old reports of the mouse, `ESC [ M` and three bytes, which need not be UTF-8, are dropped. */
  private skipMouse(missing: number): void {
    this.state = missing > 0 ? {kind: 'mouse', missing} : ground;
  }

  private takeString(character: string, string: ControlString): void {
    const {escaped} = string;
    const outcome = string.take(character);
    if (outcome === 'open') return;
    this.state = outcome === 'broken' && escaped ? {kind: 'escape', alt: false} : ground;
    if (outcome === 'done') this.tell(string.answer());
    else if (escaped) this.take(character);
    else if (character === ctrlC) this.takeAfterBreak(character);
  }

  private takePasted(character: string, paste: Paste): void {
    const interrupted = paste.stalled && character === ctrlC;
    if (!interrupted && !paste.take(character)) return;
    this.state = ground;
    this.tell({type: 'paste', text: paste.text});
    if (interrupted) this.take(character);
  }

  /** What ends a sequence before its time counts for itself, except CAN and SUB, which do just that. */
  private takeAfterBreak(character: string): void {
    if (character !== cancel && character !== substitute) this.take(character);
  }

  private tell(event: InputEvent | undefined): void {
    if (event !== undefined) this.events.push(event);
  }
}
