// Records the dashboard's real screen while it trains, as a moving SVG: the picture in the README.
// node dist/test/tools/film.js FILE [COLUMNS ROWS [TEXT THAT THE END OF THE RUN SHOWS [KEYS BEFORE t]]]
import {writeFileSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import {cellsOf, grounds} from '../helpers/cells.js';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {type Frame, filmOf} from '../helpers/film-svg.js';

/** Seconds before `t` is pressed, and after the end: recorded, then held. */
const [before, after, held] = [1, 2, 1];
/** Seconds between two frames, and without output after which the screen counts as written whole. */
const [apart, quiet] = [0.125, 0.02];
const [file = 'dashboard.svg', columns = '100', rows = '30', end = 'early stop', keys = ''] = process.argv.slice(2);

const size = {columns: Number(columns), rows: Number(rows)};
const terminal = await openDashboard(['--theme', 'dark'], size, 'watch');
terminal.press(keys);
await wait(1000);

const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
const frames: Frame[] = [{at: 0, cells: cellsOf(terminal.emulator, grounds.dark)}];
let planned: NodeJS.Timeout | undefined;
terminal.emulator.onWriteParsed(() => {
  clearTimeout(planned);
  const next = (frames.at(-1)?.at ?? 0) + apart;
  planned = setTimeout(
    () => frames.push({at: seconds(), cells: cellsOf(terminal.emulator, grounds.dark)}),
    1000 * Math.max(quiet, next - seconds()),
  );
});
await wait(before * 1000);
terminal.press('t');
await terminal.until(end, text => text.includes(end), 120);
await wait(after * 1000);
clearTimeout(planned);
writeFileSync(file, filmOf(frames, Number((seconds() + held).toFixed(1)), grounds.dark));
await quit(terminal);
