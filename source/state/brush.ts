import {side} from '../network/architecture.js';

/** A place on the canvas in pixels; the upper left pixel has its middle at 0.5, 0.5. */
export type CanvasPoint = {readonly x: number; readonly y: number};

/**
 * How far from the middle of a stroke it is as dark as can be, and how far beyond that it fades out, in pixels. The eraser
 * is wider by as much: along a stroke it leaves nothing.
 */
const [core, edge] = [0.75, 1];

/**
 * A stroke of a soft brush, as thick as the strokes of MNIST's digits; or of a wider eraser, as soft.
 * @param pixels 784 values of 0 to 255
 * @returns the pixels with the stroke
 */
export function stroke(pixels: Uint8Array, from: CanvasPoint, to: CanvasPoint, erases: boolean): Uint8Array {
  return pixels.map((ink, place) => {
    const [x, y] = [(place % side) + 0.5, Math.floor(place / side) + 0.5];
    const reach = erases ? core + edge : core;
    const share = Math.max(0, Math.min(1, 1 - (distance({x, y}, from, to) - reach) / edge));
    const drawn = Math.round(255 * share);
    return erases ? Math.min(ink, 255 - drawn) : Math.max(ink, drawn);
  });
}

/** How far a point is from the nearest point of a straight line between two others. */
function distance({x, y}: CanvasPoint, from: CanvasPoint, to: CanvasPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}
