import assert from 'node:assert/strict';
import {once} from 'node:events';
import {describe, it} from 'node:test';
import type {WriteStream} from 'node:tty';
import {catchStrays} from '../../source/terminal/strays.js';

/** A stream, and what reached it. */
function stream(isTTY: boolean): {stream: WriteStream; written: string[]} {
  const written: string[] = [];
  return {stream: {isTTY, write: (text: string) => written.push(text) > 0} as unknown as WriteStream, written};
}

describe('what others write while the screen is shown', () => {
  it('is told line by line, and written to standard error afterwards', async () => {
    const [out, errors] = [stream(true), stream(true)];
    const told: string[] = [];
    const release = catchStrays(out.stream, errors.stream, line => told.push(line));
    out.stream.write('one\ntwo\n');
    errors.stream.write(Buffer.from('three \u001B[2J\n'));
    await new Promise<void>(resolve => {
      out.stream.write('four', () => resolve());
    });
    assert.deepEqual(told, ['one', 'two', 'three \\x1b[2J', 'four']);
    assert.deepEqual([out.written, errors.written], [[], []]);
    release();
    assert.deepEqual([out.written, errors.written], [[], ['one\ntwo\nthree \\x1b[2J\nfour\n']]);
    out.stream.write('after');
    assert.deepEqual(out.written, ['after']);
    assert.equal(told.length, 4);
  });

  it('goes to a file as always', () => {
    const [out, errors] = [stream(true), stream(false)];
    const told: string[] = [];
    const release = catchStrays(out.stream, errors.stream, line => told.push(line));
    errors.stream.write('to the file');
    release();
    assert.deepEqual([told, errors.written], [[], ['to the file']]);
  });

  it('includes the warnings of Node, which have their usual way again afterwards', async () => {
    const [out, errors] = [stream(true), stream(true)];
    const usual = process.listeners('warning');
    const told: string[] = [];
    const release = catchStrays(out.stream, errors.stream, line => told.push(line));
    const warned = once(process, 'warning');
    process.emitWarning('mind the gap', 'DeprecationWarning');
    await warned;
    release();
    assert.deepEqual(told, usual.length === 0 ? [] : ['DeprecationWarning: mind the gap']);
    assert.deepEqual(process.listeners('warning'), usual);
  });
});
