import type {Split} from '../dataset/dataset.js';
import {inputSize, side} from '../network/architecture.js';
import type {CanvasPoint} from './brush.js';

/** A drawing that is kept in a file. */
export type KeptDrawing = {readonly pixels: Uint8Array; readonly label: number};

/** A pixel of the canvas. */
export type Pixel = {readonly x: number; readonly y: number};

/** What is drawn, and where the cursor is. */
export type Canvas = {
  /** 784 values of 0 to 255 */
  readonly pixels: Uint8Array;
  /** What it was begun with: a digit of a split, the place of a kept drawing; undefined: nothing. */
  readonly of: {readonly split: Split; readonly index: number} | {readonly kept: number} | undefined;
  /** The label of what it was begun with. */
  readonly label: number | undefined;
  readonly cursor: Pixel;
};

/** The canvas, and what is being done to it. */
export type Drawing = Canvas & {
  /** What moves with the cursor. */
  readonly tool: 'none' | 'pen' | 'eraser';
  /** Where the mouse was last while one of its buttons is held. */
  readonly mouse: CanvasPoint | undefined;
  /** What was there before, the newest last. */
  readonly before: readonly Canvas[];
  /** Whether the pixels that flip the answer are marked. */
  readonly showsFlips: boolean;
  /** The drawings in the user's folder, the oldest first; undefined until they have been read. */
  readonly kept: readonly KeptDrawing[] | undefined;
};

/** How often can be gone back. */
export const mostUndone = 50;

/** A canvas without ink. */
export const paper = new Uint8Array(inputSize);
/** Where the cursor is at first. */
export const middle: Pixel = {x: side / 2, y: side / 2};

/** An empty canvas. */
export const startDrawing: Drawing = {
  pixels: paper,
  of: undefined,
  label: undefined,
  cursor: middle,
  tool: 'none',
  mouse: undefined,
  before: [],
  showsFlips: false,
  kept: undefined,
};

/** Whether there is any ink. */
export const hasInk = (pixels: Uint8Array): boolean => pixels.some(ink => ink > 0);

/** The drawing without pen and eraser. */
export const withoutTool = (drawing: Drawing): Drawing =>
  drawing.tool === 'none' && drawing.mouse === undefined ? drawing : {...drawing, tool: 'none', mouse: undefined};

/** A canvas that can be taken back; one without ink was begun with nothing. */
export function changed(drawing: Drawing, canvas: Partial<Canvas>): Drawing {
  const {pixels, of, label, cursor, before} = drawing;
  const next = {...drawing, ...canvas, before: [...before, {pixels, of, label, cursor}].slice(-mostUndone)};
  return hasInk(next.pixels) ? next : {...next, of: undefined, label: undefined};
}
