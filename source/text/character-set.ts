/**
 * Whether text is written in UTF-8: by the locale's character set, as the C library takes it. Windows has none; its
 * terminals and its console show Unicode, apart from raster fonts, which no program hears of.
 */
export function isUtf8({LC_ALL, LC_CTYPE, LANG}: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === 'win32' || /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}
