import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {readLesson, writeLesson} from '../../source/commands/lesson-file.js';
import {createLessons} from '../../source/commands/lessons.js';
import {dataFolder} from '../../source/places.js';
import {type Action, afterAction} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {moveHome} from '../helpers/environment.js';
import {frameStates} from '../helpers/frame-states.js';
import {inLesson} from '../helpers/state.js';

/** The file, in a home of its own. */
function newFile(): string {
  moveHome();
  return path.join(dataFolder(), 'lesson.json');
}

/** What follows the lesson, and a state that its actions and those of a test change. */
function follow(start: State) {
  let state = start;
  const waiting: {type: Action['type']; resolve: () => void}[] = [];
  const act = (action: Action): void => {
    state = afterAction(state, action);
    lessons.look();
    for (const {type, resolve} of waiting) if (type === action.type) resolve();
  };
  const lessons = createLessons({current: () => state, act});
  return {
    act,
    lessons,
    state: () => state,
    /** Resolves when an action of a type comes. */
    sees: (type: Action['type']) => new Promise<void>(resolve => waiting.push({type, resolve})),
  };
}

const open: Action = {type: 'view', view: 'lesson'};
const on: Action = {type: 'turn-page', by: 1};

describe('the file of the lesson', () => {
  it('gives back what was kept, and nothing where nothing was', async () => {
    newFile();
    assert.deepEqual(await readLesson(), {progress: undefined, fault: undefined});
    const progress = {page: 8, answers: {1: 2, 4: 0}, done: [1, 3]};
    await writeLesson(progress);
    await writeLesson({...progress, page: 9});
    assert.deepEqual(await readLesson(), {progress: {...progress, page: 9}, fault: undefined});
  });

  it('counts for nothing where it makes no sense, and says so where it is no JSON', async () => {
    const file = newFile();
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, '{"format":1,"page":15,"answers":{"1":3,"2":1,"x":0,"3":"1"},"done":[0,4,"5",14]}');
    assert.deepEqual((await readLesson()).progress, {page: 1, answers: {2: 1}, done: [4, 14]});
    writeFileSync(file, '{"page":');
    const {progress, fault} = await readLesson();
    assert.equal(progress, undefined);
    assert.match(fault ?? '', /JSON/);
  });
});

describe('the lesson in the dashboard', () => {
  it('is read when it is opened, and kept at each change', async () => {
    const file = newFile();
    await writeLesson({page: 5, answers: {2: 2}, done: []});
    const {act, lessons, state, sees} = follow(frameStates.ready);
    act({type: 'move', by: 1});
    const read = sees('lesson-read');
    act(open);
    await read;
    assert.deepEqual([state().lesson.page, state().lesson.answers], [5, {2: 2}]);
    act(on);
    act({type: 'give-answer'});
    await lessons.written();
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {format: 1, page: 6, answers: {2: 2, 6: 0}, done: []});
  });

  it('notices that a task is done in another view, too', () => {
    newFile();
    const lesson = inLesson(frameStates.training);
    const {act, state} = follow({...lesson, session: {...lesson.session, place: undefined}});
    act({type: 'switch-unit', unit: 3});
    assert.deepEqual(state().lesson.done, [1]);
    for (let page = 1; page < 11; page++) act(on);
    assert.ok(state().lesson.done.includes(11), 'what is so already counts');
    act(on);
    act(on);
    act(on);
    act({type: 'view', view: 'learn'});
    act({type: 'toggle-overlay', overlay: 'keys'});
    assert.ok(state().lesson.done.includes(14));
  });

  it('keeps nothing where nothing is to be saved', async () => {
    const file = newFile();
    const {act, lessons} = follow({...frameStates.ready, session: {...frameStates.ready.session, place: undefined}});
    act(open);
    act(on);
    await lessons.written();
    assert.equal(existsSync(file), false);
  });

  it('says why it could not be kept, and goes on', async () => {
    const file = newFile();
    mkdirSync(path.join(file, 'in the way'), {recursive: true});
    const {act, state, sees} = follow(frameStates.ready);
    const said = sees('say');
    act(open);
    await said;
    assert.match(state().screen.notice ?? '', /^the page of the last lesson could not be read: /);
    const again = sees('say');
    act(on);
    await again;
    assert.match(state().screen.notice ?? '', /^the page could not be kept: /);
    assert.equal(state().lesson.page, 2);
  });
});
