import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import type {CommandName} from './commands.js';
import type {ValueReader} from './values.js';

/** An option of which sweep takes a list. */
type Listed = ValueReader<unknown> & {readonly flag: string; readonly list?: true};

/** Whether a text is a list as a command reads it. */
export const isList = (command: CommandName, option: Listed, text: string): boolean =>
  command === 'sweep' && option.list === true && text.includes(',');

/**
 * Reads a list: values with commas between them.
 * @returns undefined where one of them is out of range, or the commas look like those of decimals
 * @throws UserError (exit code 2) for a value that is there twice
 */
export function readList(option: Listed, text: string): readonly unknown[] | undefined {
  if (looksDecimal(option, text)) return undefined;
  const values = text.split(',').map(item => option.read(item.trim()));
  if (values.includes(undefined)) return undefined;
  const twice = values.find((value, place) => values.indexOf(value) !== place);
  if (twice === undefined) return values;
  throw new UserError(`--${option.flag}: "${text}" has ${String(twice)} twice; leave one out`, exitCodes.usage);
}

/** What is wrong with the commas in a value that was refused, for the end of its message. */
export function commaHint(command: CommandName, option: Listed, text: string): string {
  if (option.list !== true || !text.includes(',')) return '';
  if (looksDecimal(option, text))
    return '; that looks like a decimal comma: write decimals with a point, such as 0.001';
  return command === 'sweep' ? ', or several, with commas' : '; a list of values is for sweep';
}

/** No list has 0,001 or 1,05 in it: a 0 where none can be before another number, a number with a 0 before it. */
function looksDecimal(option: Listed, text: string): boolean {
  const items = text.split(',').map(item => item.trim());
  const isZero = (item: string | undefined): boolean => item !== undefined && /^[-+]?0$/.test(item);
  return items.some(
    (item, place) =>
      place > 0 &&
      /^\d+$/.test(item) &&
      (/^0\d/.test(item) || (isZero(items[place - 1]) && option.read('0') === undefined)),
  );
}
