import {createRequire} from 'node:module';

/** The program's version, as package.json has it. */
export const {version: programVersion} = createRequire(import.meta.url)('../../package.json') as {version: string};
