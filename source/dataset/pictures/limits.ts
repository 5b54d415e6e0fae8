import {UserError} from '../../errors.js';

/** The most pixels of a picture, in millions: with more, reading it would take too much memory. */
export const mostMegapixels = 16;

/**
 * Refuses sizes that no picture has, or that take too much memory.
 * @throws UserError
 */
export function checkSize(width: number, height: number, where: string): void {
  if (!(width > 0 && height > 0)) throw damaged(where, `it says that it has ${width} × ${height} pixels`);
  const megapixels = (width * height) / 1e6;
  if (megapixels <= mostMegapixels) return;
  const size = `${width} × ${height} pixels (${megapixels.toFixed(megapixels < 100 ? 1 : 0)} megapixels)`;
  throw new UserError(`${where}: ${size}; at most ${mostMegapixels} megapixels are read, make it smaller`);
}

/** The error for a picture that cannot be decoded. */
export const damaged = (where: string, why: string): UserError =>
  new UserError(`${where}: a damaged picture: ${why}; save it anew`);
