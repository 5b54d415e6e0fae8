import type {Role} from '../../source/text/paint.js';
import type {Theme} from '../../source/text/theme.js';

/** The kinds of terminals that frames are drawn for. */
export type Kind = 'Unicode' | 'ASCII' | 'Unicode, colours' | 'ASCII, colours';

const codes: Readonly<Record<Role, number>> = {
  ...{
    title: 101,
    accent: 102,
    good: 103,
    bad: 104,
    notice: 105,
    train: 106,
    test: 107,
    dim: 109,
    inverse: 110,
    more: 111,
    less: 112,
  },
};
/** The role that a code stands for. */
export const rolesByCode = new Map(Object.entries(codes).map(([role, code]) => [String(code), role]));

/** A terminal of a kind. A role is a sequence of its own, that `readable` knows again. */
export function themeOf(kind: Kind): Theme {
  const hasColours = kind.endsWith('colours');
  return {
    unicode: kind.startsWith('Unicode'),
    background: 'dark',
    greys: hasColours ? 26 : 0,
    paint: (role, text) => (hasColours && text !== '' ? `\u001B[${codes[role]}m${text}\u001B[0m` : text),
  };
}
