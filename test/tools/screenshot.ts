// Draws the dashboard as a still SVG from its real screen.
// node dist/test/tools/screenshot.js FILE [COLUMNS ROWS [KEYS [TEXT TO WAIT FOR [light]]]]
import {writeFileSync} from 'node:fs';
import {cellsOf, grounds} from '../helpers/cells.js';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {filmOf} from '../helpers/film-svg.js';

const [file = 'dashboard.svg', columns = '80', rows = '24', keys = 'g8\rt', wanted = 'early stop', theme = 'dark'] =
  process.argv.slice(2);
const ground = theme === 'light' ? grounds.light : grounds.dark;
const size = {columns: Number(columns), rows: Number(rows)};
const terminal = await openDashboard(['--theme', theme], size, 'watch');
terminal.press(keys);
await terminal.until(wanted, text => text.includes(wanted), 120);
writeFileSync(file, filmOf([{at: 0, cells: cellsOf(terminal.emulator, ground)}], 0, ground));
await quit(terminal);
