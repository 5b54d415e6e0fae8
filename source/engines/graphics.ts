import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/** Devices that a driver of graphics hardware makes in /dev: NVIDIA's, Windows' for Linux in it, and those of phones. */
const ofDrivers = /^(nvidia\d+|dxg|kgsl-3d0|mali\d+)$/;

/**
 * The graphics hardware that a driver serves, found without loading any: names that change with it. Undefined where the
 * system does not show that in files.
 * @param root where the system's files begin
 */
export async function graphicsDevices(
  platform: NodeJS.Platform = process.platform,
  root = '/',
): Promise<readonly string[] | undefined> {
  if (platform !== 'linux') return undefined;
  const names = await list(path.join(root, 'dev'));
  const own = names.filter(name => ofDrivers.test(name));
  const nodes = (await list(path.join(root, 'dev', 'dri'))).filter(name => name.startsWith('renderD'));
  const ids = nodes.map(async node => {
    const folder = path.join(root, 'sys', 'class', 'drm', node, 'device');
    const [vendor, device] = await Promise.all(['vendor', 'device'].map(name => read(path.join(folder, name))));
    return `${node} ${vendor}:${device}`;
  });
  return [...own, ...(await Promise.all(ids))].sort();
}

const list = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const read = async (file: string): Promise<string> => (await readFile(file, 'utf8').catch(() => '')).trim();
