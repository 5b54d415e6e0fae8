import {losses} from '../../network/losses.js';
import {defaultRate} from '../../network/optimizers.js';
import type {RunSettings} from '../../training/formats/run-info.js';
import {imagesOf} from '../../training/run-options.js';
import type {Facts} from './facts.js';

/** The settings that say something to the adviser. */
type Asked = Pick<RunSettings, 'hidden' | 'batchSize' | 'augment' | 'earlyStop' | 'loss' | 'optimizer' | 'trainImages'>;

/** What follows from a run's settings. */
type SettingFacts = Pick<Facts, 'hidden' | 'batchSize' | 'augment' | 'earlyStop' | 'guessing' | 'usualRate' | 'images'>;

/**
 * What the adviser knows of a run by its settings.
 * @param count the dataset's train images
 */
export function settingFacts(settings: Asked, count: number): SettingFacts {
  const {hidden, batchSize, augment, earlyStop, loss, optimizer} = settings;
  return {
    ...{hidden, batchSize, augment, earlyStop},
    guessing: losses[loss].guessing,
    usualRate: defaultRate(optimizer, loss),
    images: imagesOf(count, settings),
  };
}
