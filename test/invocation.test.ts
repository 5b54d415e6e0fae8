import assert from 'node:assert/strict';
import {it} from 'node:test';
import {commandLine} from '../source/invocation.js';

it('a command is written as the program was started', () => {
  const script = '/home/me/clone/dist/source/cli.js';
  assert.equal(
    commandLine('doctor', {npm_lifecycle_event: 'start', npm_command: 'start'}, script),
    'npm start -- doctor',
  );
  assert.equal(
    commandLine('doctor', {npm_command: 'exec', npm_lifecycle_event: 'npx'}, script),
    'npx mnist-tui doctor',
  );
  assert.equal(commandLine('setup webgpu', {}, '/usr/local/bin/mnist-tui'), 'mnist-tui setup webgpu');
  assert.match(commandLine('doctor', {}, script), /^node \S*cli\.js doctor$/);
  assert.match(commandLine('doctor', {}, '/a b/cli.js'), /^node "[^"]*a b[^"]*cli\.js" doctor$/);
});
