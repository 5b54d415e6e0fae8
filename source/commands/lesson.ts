import type {Config} from '../config/options.js';
import {dependableEngine} from '../engines/catalogue.js';

/**
 * `lesson`: the dashboard, open on the lesson; or its pages as text. It computes with the engine that gives the same
 * numbers everywhere, unless another one is named.
 */
export async function lesson(config: Config, hasTerminal: boolean): Promise<number> {
  const isNamed = config.engine !== 'auto' || config.given.includes('engine');
  const own: Config = {...config, engine: isNamed ? config.engine : dependableEngine};
  if (config.print || !hasTerminal) return (await import('./lesson-print.js')).printLesson(own);
  return (await import('./dashboard.js')).dashboard(own, true);
}
