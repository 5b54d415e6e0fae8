import {languageNote} from '../config/language.js';
import type {Config} from '../config/options.js';
import {newQuiz} from '../state/quiz.js';
import {createTheme} from '../text/theme.js';
import {playQuiz} from '../ui/quiz-session.js';
import {printLines} from './print-lines.js';
import {evaluationOn, namedSplit, savedNetwork} from './saved-network.js';

/**
 * `quiz`: test digits that the saved network finds hard, the user first, then the network. Without a terminal to type on,
 * or with `--print`, the indices of those digits, one a line.
 */
export async function quiz(config: Config): Promise<number> {
  const {seed, art, color, lang} = config;
  const note = languageNote(lang, process.env);
  if (note !== undefined) process.stderr.write(`mnist-tui: ${note}\n`);
  const named = await namedSplit(config);
  const {data} = named;
  const found = evaluationOn(await savedNetwork(config, named), data);
  const drawn = newQuiz(found, data.labels, seed);
  if (!config.print && process.stdin.isTTY && process.stdout.isTTY && drawn.stage === 'asks') {
    return playQuiz(drawn, {data, art, theme: createTheme(process.stdout, process.env, process.platform, color)});
  }
  printLines(drawn.digits.map(({index}) => String(index)));
  return 0;
}
