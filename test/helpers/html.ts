import assert from 'node:assert/strict';

/** An element of a document, or the document itself, whose name is empty. */
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
};

/** Elements that have no end, and those whose text is taken as it is. */
const [empty, raw] = [new Set(['meta', 'img', 'br', 'link', 'input', 'hr']), new Set(['style', 'script'])];
const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};

/** Text without its entities; there are no others than those that a document needs. */
const plain = (text: string): string =>
  text.replace(/&(\S{0,8}?);|&/g, (_, name: string) => {
    assert.ok(entities[name] !== undefined, `& in ${text.slice(0, 80)}`);
    return entities[name];
  });

/** Reads HTML or SVG strictly: each element is ended in its turn, each attribute quoted and given once. */
export function parseHtml(text: string): Element {
  const root: Element = {name: '', attributes: new Map(), children: []};
  const open = [root];
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/y;
  let at = text.match(/^(<!DOCTYPE html>|<\?xml[^?]*\?>)\n/)?.[0].length ?? 0;
  while (at < text.length) {
    const inside = open.at(-1) ?? root;
    if (text[at] !== '<') {
      const end = text.indexOf('<', at) === -1 ? text.length : text.indexOf('<', at);
      const piece = text.slice(at, end);
      assert.ok(!piece.includes('>'), `> in ${piece.slice(0, 80)}`);
      inside.children.push(plain(piece));
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(text);
    assert.ok(found !== null, `no tag: ${text.slice(at, at + 80)}`);
    const [whole, isEnd, name, given, closes] = found;
    at += whole.length;
    if (isEnd === '/') {
      assert.equal(name, open.pop()?.name, `</${name}> at ${at}`);
      continue;
    }
    const pairs = [...given.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)] as const);
    const element: Element = {name, attributes: new Map(pairs), children: []};
    assert.equal(element.attributes.size, pairs.length, `an attribute twice in ${whole}`);
    inside.children.push(element);
    if (empty.has(name) || closes === '/') continue;
    open.push(element);
    if (raw.has(name)) {
      const end = text.indexOf(`</${name}>`, at);
      element.children.push(text.slice(at, end));
      at = end;
    }
  }
  assert.deepEqual(
    open.map(({name}) => name),
    [''],
  );
  return root;
}

/** All elements below one that are asked for, in the document's order. */
export function elements(from: Element, isWanted: (element: Element) => boolean): Element[] {
  return from.children.flatMap(child =>
    typeof child === 'string' ? [] : [...(isWanted(child) ? [child] : []), ...elements(child, isWanted)],
  );
}

/** The elements of a name. */
export const named = (from: Element, ...names: string[]): Element[] => elements(from, ({name}) => names.includes(name));

/** The elements of a class. */
export const classed = (from: Element, wanted: string): Element[] =>
  elements(from, ({attributes}) => attributes.get('class')?.split(' ').includes(wanted) === true);

/** The one element of an id. */
export function byId(from: Element, id: string): Element {
  const [found, ...others] = elements(from, ({attributes}) => attributes.get('id') === id);
  assert.ok(found !== undefined && others.length === 0, `${others.length + Number(found !== undefined)} of #${id}`);
  return found;
}

/** The text in an element, its white space as a browser shows it. */
export const textOf = (element: Element): string =>
  element.children
    .map(child => (typeof child === 'string' ? child : child.name === 'br' ? ' ' : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ');

/** The cells of a table, row by row. */
export const rowsOf = (table: Element): string[][] =>
  named(table, 'tr').map(row => named(row, 'th', 'td').map(cell => textOf(cell).trim()));
