import {isUtf8} from '../text/character-set.js';
import type {Language} from '../words/language.js';

/** The language that is asked for: by the option, else by the locale as POSIX has it. */
function asked(lang: Language | undefined, {LC_ALL, LC_MESSAGES, LANG}: NodeJS.ProcessEnv): Language {
  return lang ?? (/^ru([_.@]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ru' : 'en');
}

/** The language that is spoken: the one that is asked for, where its letters can be shown. */
export function languageOf(
  lang: Language | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Language {
  return isUtf8(env, platform) ? asked(lang, env) : 'en';
}

/** What there is to say where another language is asked for than can be shown. */
export function languageNote(
  lang: Language | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (asked(lang, env) === languageOf(lang, env, platform)) return undefined;
  return 'Russian needs a locale with UTF-8, such as LANG=ru_RU.UTF-8: this is English';
}
