// Draws anew the frames that test/ui/frames.test.ts compares with. Read what has changed before you commit it: the frames
// are right because somebody has found them so, not because the program draws them.
// node dist/test/tools/frames.js
import {mkdirSync, writeFileSync} from 'node:fs';
import {framesPath} from '../helpers/frames.js';
import {framesToKeep} from '../helpers/wanted-frames.js';

for (const [file, frames] of framesToKeep()) {
  mkdirSync(new URL('.', framesPath(file)), {recursive: true});
  writeFileSync(framesPath(file), [...frames].map(([name, text]) => `§ ${name}\n${text}`).join('\n'));
}
