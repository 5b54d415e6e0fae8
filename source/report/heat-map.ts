import {type Grid, type VariedName, variedIn} from '../training/sweep/grid.js';
import type {Group} from '../training/sweep/groups.js';
import {settingLabels, settingText, tableLines} from './sweep-words.js';

/** Shades from the most wrong answers to the fewest. */
const shades = {unicode: ['  ', '░░', '▒▒', '▓▓', '██'], ascii: ['  ', '..', '++', '##', '@@']};

/** The share of wrong answers below which all count as equally few. */
const fewest = 1e-4;

/**
 * Accuracy as a map, where exactly two settings vary: a row for each value of the one and a column for each of the other.
 * A shade says how few are wrong, on a logarithmic scale from the most to the fewest.
 * @returns no lines where other than two settings vary
 */
export function heatMapLines(groups: readonly Group[], grid: Grid, unicode: boolean): string[] {
  const [down, across, ...more] = variedIn(grid);
  if (down === undefined || across === undefined || more.length > 0) return [];
  const texts = (name: VariedName): string[] => [
    ...new Set(groups.map(({first}) => settingText(first.settings, name))),
  ];
  const marks = unicode ? shades.unicode : shades.ascii;
  const shadeOf = shading(groups, marks);
  const columns = texts(across);
  const rows = texts(down).map(row => [
    row,
    ...columns.map(column => {
      const group = groups.find(({first: {settings}}) => {
        return settingText(settings, down) === row && settingText(settings, across) === column;
      });
      return group === undefined ? '-' : `${(100 * group.accuracy).toFixed(1)} ${shadeOf(group)}`;
    }),
  ]);
  // Numbers stand before their shades: so do the columns' titles.
  const titles = [settingLabels[down], ...columns.map(column => `${column}   `)];
  const scale = marks.map(mark => `"${mark}"`).join(' ');
  return [
    `Accuracy in %, ${settingLabels[across]} from left to right; shades from the most wrong to the fewest: ${scale}`,
    ...tableLines([titles, ...rows]),
  ];
}

/** Gives the shade of a group, by the logarithm of its share of wrong answers. */
function shading(groups: readonly Group[], marks: readonly string[]): (group: Group) => string {
  const wrong = ({accuracy}: Group): number => Math.log(Math.max(1 - accuracy, fewest));
  const all = groups.map(wrong);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const last = marks.length - 1;
  return group => marks[most === least ? last : Math.round((last * (most - wrong(group))) / (most - least))] ?? '';
}
