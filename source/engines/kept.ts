import {readFile, rename, writeFile} from 'node:fs/promises';
import {availableParallelism, cpus, hostname} from 'node:os';
import path from 'node:path';
import {makeFolder} from '../folders.js';
import {cacheFolder} from '../places.js';
import {programVersion} from '../program.js';

/** What was found out under a name and kept; undefined when program, Node, machine or the given facts are others now. */
export async function findKept(name: string, facts: readonly unknown[] = []): Promise<unknown> {
  const file = fileOf(name);
  if (file === undefined) return undefined;
  // A file that is damaged, or of another version, only costs this start its time.
  const kept = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return kept?.key === keyOf(facts) ? kept.value : undefined;
}

/** Keeps what was found out for the next starts. */
export async function keep(name: string, value: unknown, facts: readonly unknown[] = []): Promise<void> {
  const file = fileOf(name);
  if (file === undefined) return;
  const partial = `${file}.${process.pid}`;
  // A cache that cannot be written only costs the next start its time.
  await makeFolder(path.dirname(file))
    .then(() => writeFile(partial, JSON.stringify({key: keyOf(facts), value})))
    .then(() => rename(partial, file))
    .catch(() => undefined);
}

function fileOf(name: string): string | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : path.join(folder, `${name}.json`);
}

const keyOf = (facts: readonly unknown[]): string =>
  JSON.stringify([programVersion, process.version, hostname(), cpus()[0]?.model, availableParallelism(), ...facts]);
