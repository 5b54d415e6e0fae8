import {userInfo} from 'node:os';
import path from 'node:path';
import {UserError} from './errors.js';

/** What the folders depend on. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The home folder in the system's list of users; throws for a user who is not in it. */
  accountHome(): string;
};

const here: Surroundings = {
  platform: process.platform,
  env: process.env,
  accountHome: () => userInfo().homedir,
};

/**
 * Where the program keeps what is the user's: in a folder of its own, in the place that the system has for data. It need
 * not exist yet.
 * @throws UserError where the user has no home folder
 */
export function dataFolder(surroundings = here): string {
  const folder = place(surroundings, 'data');
  if (folder === undefined) throw new UserError('no home folder to keep the weights in; give --model PATH');
  return folder;
}

/** Where the program keeps what it can work out anew; undefined where the user has no home folder. */
export function cacheFolder(surroundings = here): string | undefined {
  return place(surroundings, 'cache');
}

/** The XDG base directory specification's folders on Linux and other Unix, the systems' own on macOS and Windows. */
function place(surroundings: Surroundings, kind: 'data' | 'cache'): string | undefined {
  const {platform, env} = surroundings;
  const {join, isAbsolute} = platform === 'win32' ? path.win32 : path.posix;
  // A relative path counts as unset, as the specification wants it: it would mean another folder wherever one works.
  const absolute = (folder: string | undefined): string | undefined =>
    folder !== undefined && isAbsolute(folder) ? folder : undefined;
  const inHome = (...names: string[]): string | undefined => {
    const home = absolute(platform === 'win32' ? env.USERPROFILE : env.HOME) ?? absolute(homeOf(surroundings));
    return home && join(home, ...names);
  };
  switch (platform) {
    case 'win32': {
      const local = absolute(env.LOCALAPPDATA) ?? inHome('AppData', 'Local');
      return local && join(local, 'mnist-tui', {data: 'Data', cache: 'Cache'}[kind]);
    }
    case 'darwin':
      return inHome('Library', {data: 'Application Support', cache: 'Caches'}[kind], 'mnist-tui');
    default: {
      const folder = {
        data: () => absolute(env.XDG_DATA_HOME) ?? inHome('.local', 'share'),
        cache: () => absolute(env.XDG_CACHE_HOME) ?? inHome('.cache'),
      }[kind]();
      return folder && join(folder, 'mnist-tui');
    }
  }
}

function homeOf({accountHome}: Surroundings): string | undefined {
  try {
    return accountHome();
  } catch {
    return undefined;
  }
}
