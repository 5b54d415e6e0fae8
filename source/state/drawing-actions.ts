import {digit} from '../dataset/dataset.js';
import {side} from '../network/architecture.js';
import {drawing as words} from '../words/drawing.js';
import {type CanvasPoint, stroke} from './brush.js';
import {changed, type Drawing, hasInk, type KeptDrawing, middle, type Pixel, paper, withoutTool} from './drawing.js';
import {isOfDigit, seenOf} from './drawn.js';
import {said} from './notices.js';
import {withQuestion} from './screen.js';
import type {State} from './state.js';

const withDrawing = (state: State, drawing: Partial<Drawing>): State => ({
  ...state,
  drawing: {...state.drawing, ...drawing},
});

const pointOf = ({x, y}: Pixel): CanvasPoint => ({x: x + 0.5, y: y + 0.5});
const within = (place: number): number => Math.max(0, Math.min(side - 1, Math.floor(place)));

/** A stroke with the tool in hand. */
const drawnTo = (drawing: Drawing, from: Pixel, to: Pixel): Uint8Array =>
  stroke(drawing.pixels, pointOf(from), pointOf(to), drawing.tool === 'eraser');

/** The canvas begun with the chosen digit, if it is there. */
function onDigit(state: State): State {
  const {split, index} = state.choice;
  const data = state.session.data[split];
  const label = data?.labels[index];
  if (data === undefined || label === undefined) return state;
  const canvas = {pixels: digit(data, index).slice(), of: {split, index}, label};
  return {...state, drawing: changed(withoutTool(state.drawing), canvas)};
}

/** After an action in this view that has chosen another digit: that one is on the canvas. */
export function withChosenDrawn(before: State, after: State): State {
  const isSame = before.choice.index === after.choice.index && before.choice.split === after.choice.split;
  return isSame || before.screen.view !== 'draw' || after.screen.view !== 'draw' ? after : onDigit(after);
}

const orSayEmpty = (state: State, then: () => State): State =>
  hasInk(state.drawing.pixels) ? then() : said(state, words.nothing);

const asking = (state: State, to: 'clear' | 'label'): State => ({...state, screen: withQuestion(state.screen, to)});

/** What the user does on the canvas. */
export const drawingActions = {
  /** Opens the view on the chosen digit, and gives the canvas the arrows. */
  draw(state: State): State {
    const {screen} = state;
    return onDigit({...state, screen: {...screen, view: 'draw', holds: true, overlay: 'none', overlayHolds: false}});
  },
  /** A digit out of a picture is on the canvas. */
  'put-picture'(state: State, {pixels, notice}: {readonly pixels: Uint8Array; readonly notice: string}): State {
    const {screen} = state;
    const drawing = changed(withoutTool(state.drawing), {pixels, of: undefined, label: undefined});
    return said({...state, drawing, screen: {...screen, view: 'draw', overlay: 'none', overlayHolds: false}}, notice);
  },
  /** A stroke of the mouse, from where it was to a point; `begins`: its button has just been pressed there. */
  stroke(
    state: State,
    {to, erases, begins}: {readonly to: CanvasPoint; readonly erases: boolean; readonly begins: boolean},
  ): State {
    const {drawing, screen} = state;
    const from = begins ? to : (drawing.mouse ?? to);
    const pixels = stroke(drawing.pixels, from, to, erases);
    const cursor = {x: within(to.x), y: within(to.y)};
    // A stroke is taken back whole, however many reports it came in.
    const drawn = begins ? changed(drawing, {pixels}) : {...drawing, pixels};
    return {...state, screen: {...screen, holds: true}, drawing: {...drawn, cursor, tool: 'none', mouse: to}};
  },
  /** The mouse's button is let go. */
  lift: (state: State): State => withDrawing(state, {mouse: undefined}),
  /** Moves the cursor by some pixels, as far as the canvas goes; what is in hand draws on the way. */
  'move-pen'(state: State, {right, down}: {readonly right: number; readonly down: number}): State {
    const {drawing} = state;
    const cursor = {x: within(drawing.cursor.x + right), y: within(drawing.cursor.y + down)};
    if (cursor.x === drawing.cursor.x && cursor.y === drawing.cursor.y) return state;
    if (drawing.tool === 'none') return withDrawing(state, {cursor});
    return {...state, drawing: changed(drawing, {pixels: drawnTo(drawing, drawing.cursor, cursor), cursor})};
  },
  /** Puts pen or eraser down where the cursor is, or takes it up when it is down. */
  'take-tool'(state: State, {tool}: {readonly tool: 'pen' | 'eraser'}): State {
    if (state.drawing.tool === tool) return withDrawing(state, {tool: 'none'});
    const drawing = {...state.drawing, tool};
    return {...state, drawing: changed(drawing, {pixels: drawnTo(drawing, drawing.cursor, drawing.cursor)})};
  },
  /** Takes the last change back. */
  undo(state: State): State {
    const {before} = state.drawing;
    const last = before.at(-1);
    return last === undefined
      ? said(state, words.nothingToUndo)
      : withDrawing(state, {...last, before: before.slice(0, -1), tool: 'none', mouse: undefined});
  },
  'ask-clear': (state: State): State => orSayEmpty(state, () => asking(state, 'clear')),
  clear(state: State): State {
    const drawing = changed(withoutTool(state.drawing), {pixels: paper, cursor: middle});
    return {...state, screen: withQuestion(state.screen, undefined), drawing};
  },
  /** Asks for the label of the drawing that is to be kept. */
  'ask-label': (state: State): State =>
    orSayEmpty(state, () => {
      const {place, data} = state.session;
      if (place === undefined) return said(state, words.keepsNone);
      const isScrambled = data.test?.isScrambled && isOfDigit(state.drawing);
      return isScrambled ? said(state, words.keepsNoScrambled) : asking(state, 'label');
    }),
  /** Marks the pixels that flip the answer, or marks them no more. */
  'show-flips': (state: State): State => withDrawing(state, {showsFlips: !state.drawing.showsFlips}),
  /** The drawings of earlier sessions have been read. */
  'kept-read': (state: State, {drawings}: {readonly drawings: readonly KeptDrawing[]}): State =>
    withDrawing(state, {kept: drawings}),
  /** A drawing is in its file; its label is that of the canvas, unless something else has been drawn meanwhile. */
  kept(state: State, {drawing, notice}: {readonly drawing: KeptDrawing; readonly notice: string}): State {
    const {kept = [], label} = state.drawing;
    const isShown = seenOf(state.drawing) === drawing.pixels;
    return said(withDrawing(state, {kept: [...kept, drawing], label: isShown ? drawing.label : label}), notice);
  },
  /** Puts a kept drawing on the canvas, so many after the one that is there, or before it; at first the newest. */
  'walk-kept'(state: State, {by}: {readonly by: number}): State {
    const {kept, of} = state.drawing;
    if (kept === undefined) return said(state, words.reading);
    const from = of !== undefined && 'kept' in of ? of.kept : by < 0 ? kept.length : -1;
    const place = Math.max(0, Math.min(kept.length - 1, from + by));
    const found = kept[place];
    if (found === undefined) return said(state, words.noneKept);
    return {...state, drawing: changed(withoutTool(state.drawing), {...found, of: {kept: place}})};
  },
};
