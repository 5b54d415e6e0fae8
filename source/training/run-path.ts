import type {RunOptions} from './protocol.js';

/** What computed a run from a step on. */
export type ComputedOn = {
  /** Steps that the network had been through before. */
  readonly from: number;
  /** An engine's name, also of one that this version does not have. */
  readonly engine: string;
  readonly device: string;
  readonly threads?: number | undefined;
};

/** What computes: an engine. */
export type Computer = {readonly name: string; readonly device: string; readonly threads?: number | undefined};

/** The settings that can change while a run is trained, and change its figures. */
export const changeable = ['learningRate', 'batchSize', 'shuffle', 'augment'] as const;

/** A setting that was changed while a run was trained. */
export type SettingChange = {
  /** Steps that the network had been through before. */
  readonly step: number;
  readonly name: (typeof changeable)[number];
  readonly was: number | boolean;
};

/** How a run came to be besides its settings; undefined is what a file of old does not say. */
export type RunPath = {
  readonly computedOn: readonly ComputedOn[] | undefined;
  readonly changes: readonly SettingChange[] | undefined;
};

/** Of a run that begins. */
export const emptyPath: RunPath = {computedOn: [], changes: []};

/** The path with some steps more. */
export function pathWith(
  {computedOn, changes}: RunPath,
  computer: Computer | undefined,
  from: number,
  {before, options}: {readonly before: RunOptions | undefined; readonly options: RunOptions | undefined},
): RunPath {
  const now = computer && {engine: computer.name, device: computer.device, threads: computer.threads};
  const {from: _, ...last} = computedOn?.at(-1) ?? {from};
  const changed = changeable.flatMap(name =>
    before === undefined || before[name] === options?.[name] ? [] : [{step: from, name, was: before[name]}],
  );
  return {
    computedOn: now === undefined || isSame(last, now) ? computedOn : [...(computedOn ?? []), {from, ...now}],
    changes: changed.length === 0 ? changes : [...(changes ?? []), ...changed],
  };
}

const isSame = (one: Partial<ComputedOn>, other: Partial<ComputedOn>): boolean =>
  one.engine === other.engine && one.device === other.device && one.threads === other.threads;

/** The path of a network that has gone back to what it was after so many steps. */
export const pathUpTo = ({computedOn, changes}: RunPath, step: number): RunPath => ({
  computedOn: computedOn?.filter(({from}) => from < step),
  changes: changes?.filter(change => change.step < step),
});
