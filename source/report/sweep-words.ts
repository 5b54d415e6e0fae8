import type {RunSettings} from '../training/formats/run-info.js';
import type {VariedName} from '../training/sweep/grid.js';

/** What tables call the settings of a sweep. */
export const settingLabels: Readonly<Record<VariedName, string>> = {
  learningRate: 'learning rate',
  hidden: 'hidden',
  batchSize: 'batch size',
  loss: 'loss',
  optimizer: 'optimizer',
  activation: 'activation',
  trainImages: 'train images',
  noiseLabels: '% false labels',
};

/** A setting's value for a table. */
export const settingText = (settings: RunSettings, name: VariedName): string => String(settings[name] ?? 'all');

/** Some settings in a sentence: `learning rate 0.001, hidden 512`. */
export const settingsText = (settings: RunSettings, names: readonly VariedName[]): string =>
  names.map(name => `${settingLabels[name]} ${settingText(settings, name)}`).join(', ');

/** Rows of cells as lines, each column as wide as its widest cell; numbers stand to the right. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => [...(row[column] ?? '')].length)));
  return rows.map(row =>
    row
      .map((cell, column) => cell.padStart(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
