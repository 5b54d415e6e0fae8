import {UserError} from '../../../errors.js';
import {exitCodes} from '../../../exit-codes.js';
import type {TrainedNetwork} from '../kind.js';
import {encodeSafetensors} from '../safetensors.js';
import {encodeCHeader} from './c-header.js';
import {encodeCsv} from './csv.js';
import {type ExportFormat, exportFormats} from './names.js';
import {encodeNpz} from './npz.js';
import {encodeOnnx} from './onnx.js';
import {encodeTfjs} from './tfjs.js';

/** What an export comes to: one file, or the files of a folder by their names. */
export type Exported = Uint8Array | Readonly<Record<string, Uint8Array>>;

/** How a form is written, and the ending of its files' names, where it has one of its own. */
type FormatRow = {readonly ending?: string; readonly encode: (network: TrainedNetwork) => Exported};

/** Every form that weights can be had in. */
export const formats: Readonly<Record<ExportFormat, FormatRow>> = {
  npz: {ending: '.npz', encode: encodeNpz},
  safetensors: {ending: '.safetensors', encode: encodeSafetensors},
  onnx: {ending: '.onnx', encode: encodeOnnx},
  tfjs: {encode: encodeTfjs},
  csv: {ending: '.csv', encode: encodeCsv},
  c: {ending: '.h', encode: encodeCHeader},
};

/**
 * The form that was asked for, else the one that a path's ending says.
 * @throws UserError (exit code 2) where it says none
 */
export function exportFormat(path: string, asked: ExportFormat | undefined): ExportFormat {
  const ending = /\.\w+$/.exec(path.toLowerCase())?.[0] ?? 'none';
  const format = asked ?? exportFormats.find(name => formats[name].ending === ending);
  if (format !== undefined) return format;
  throw new UserError(
    `${path}: its ending says no format; name one with --format: ${exportFormats.join(', ')}`,
    exitCodes.usage,
  );
}
