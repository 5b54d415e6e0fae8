import assert from 'node:assert/strict';
import {it} from 'node:test';
import {commandLine, rememberInvocation} from '../source/invocation.js';

/** What a command is written as by a program that was started so. */
function written(args: string, env: NodeJS.ProcessEnv, script: string): string {
  const own = {...env};
  rememberInvocation(own, script);
  return commandLine(args, own);
}

it('a command is written as the program was started', () => {
  const script = '/home/me/clone/dist/source/cli.js';
  assert.equal(written('doctor', {npm_lifecycle_event: 'start', npm_command: 'start'}, script), 'npm start -- doctor');
  assert.equal(written('doctor', {npm_command: 'exec', npm_lifecycle_event: 'npx'}, script), 'npx mnist-tui doctor');
  assert.equal(written('setup webgpu', {}, '/usr/local/bin/mnist-tui'), 'mnist-tui setup webgpu');
  assert.match(written('doctor', {}, script), /^node \S*cli\.js doctor$/);
  assert.match(written('doctor', {}, '/a b/cli.js'), /^node "[^"]*a b[^"]*cli\.js" doctor$/);
});
