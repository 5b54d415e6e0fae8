import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {messageOf} from '../errors.js';
import {makeFolder} from '../folders.js';
import {dataFolder} from '../places.js';
import type {Progress} from '../state/lesson.js';
import {answerCount, pageCount} from '../state/lesson-size.js';
import {resolveLinks, writeWhole} from '../training/runs/safe-file.js';

/** The file that keeps the page of the lesson, its answers and what has been done. */
const lessonFile = (): string => path.join(dataFolder(), 'lesson.json');

/** What is kept, if anything, and why it could not be read. */
export async function readLesson(): Promise<{
  readonly progress: Progress | undefined;
  readonly fault: string | undefined;
}> {
  try {
    const text = await readFile(lessonFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return {progress: text === undefined ? undefined : progressOf(JSON.parse(text)), fault: undefined};
  } catch (error) {
    return {progress: undefined, fault: messageOf(error)};
  }
}

/** Keeps where one is, whole or not at all. */
export async function writeLesson({page, answers, done}: Progress): Promise<void> {
  const file = await resolveLinks(lessonFile());
  await makeFolder(path.dirname(file), '');
  await writeWhole(file, Buffer.from(`${JSON.stringify({format: 1, page, answers, done})}\n`));
}

const isPage = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= pageCount;
const isAnswer = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < answerCount;

/** What a file says, as far as it makes sense: what does not counts as not there. */
function progressOf(value: unknown): Progress {
  const {page, answers, done}: {page?: unknown; answers?: unknown; done?: unknown} = Object(value);
  const given = Object.entries(Object(answers) as Record<string, unknown>).flatMap(([key, answer]) =>
    isPage(Number(key)) && isAnswer(answer) ? [[Number(key), answer] as const] : [],
  );
  return {
    page: isPage(page) ? page : 1,
    answers: Object.fromEntries(given),
    done: Array.isArray(done) ? done.filter(isPage) : [],
  };
}
