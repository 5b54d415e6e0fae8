import {fileURLToPath} from 'node:url';

/** Endings of the pictures that can be read. */
const pictures = /\.(png|jpe?g)$/i;

/**
 * The path of a picture in pasted text, as terminals write one that is dropped on them: plain, in quotes, with backslashes
 * before blanks, or as a file URL. Of several lines the first counts.
 * @returns undefined for a text that is no such path
 */
export function pastedPath(text: string): string | undefined {
  const [line = ''] = text.trim().split(/[\r\n]/);
  const path = unquoted(line.trim());
  return pictures.test(path) ? path : undefined;
}

function unquoted(text: string): string {
  if (/^(['"]).*\1$/.test(text)) return text.slice(1, -1);
  if (text.startsWith('file://')) return fromUrl(text);
  // Windows' own separators stay.
  return /^[A-Za-z]:\\/.test(text) ? text : text.replaceAll(/\\(.)/g, '$1');
}

function fromUrl(text: string): string {
  try {
    return fileURLToPath(text);
  } catch {
    return text;
  }
}
