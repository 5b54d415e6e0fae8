import path from 'node:path';
import {dataFolder} from '../../places.js';

/**
 * The folder of all runs that were saved without `--model`.
 * @throws UserError where the user has no home folder
 */
export const runsFolder = (): string => path.join(dataFolder(), 'runs');
