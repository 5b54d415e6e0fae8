import {printable} from '../../errors.js';

/** A part of an HTML or SVG document. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What can be put into a template; undefined is nothing. */
export type Piece = Markup | string | number | undefined | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in a document, also between quotes: control characters are written out. */
export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, character => entities[character] ?? character);

/** A template of HTML or SVG: all that is put in and is no markup itself is escaped. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.reduce((text, part, place) => `${text}${textOf(pieces[place - 1])}${part}`));
}

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return piece.map(textOf).join('');
}
