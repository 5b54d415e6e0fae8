import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {completionScript} from '../../source/config/completions.js';
import {scratchFolder} from '../helpers/environment.js';
import {withFolder} from '../helpers/program.js';

/** Why a shell's completions cannot be tried here, or false. */
const without = (shell: string): string | false =>
  spawnSync(shell, ['-c', 'true'], {env: {PATH: process.env.PATH, HOME: scratchFolder()}}).status === 0
    ? false
    : `${shell} is not installed`;

/** What a shell prints that runs a script of its own, in which COMPLETIONS is the file that the program wrote. */
async function inShell(shell: 'bash' | 'zsh' | 'fish', script: string): Promise<string> {
  return withFolder(async folder => {
    const file = path.join(folder, 'completions');
    writeFileSync(file, `${completionScript(shell)}\n`);
    const {status, stdout, stderr} = spawnSync(shell, shell === 'zsh' ? ['-f', '-c', script] : ['-c', script], {
      encoding: 'utf8',
      env: {PATH: process.env.PATH, HOME: folder, COMPLETIONS: file, TERM: 'dumb'},
      timeout: 20_000,
    });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    return stdout;
  });
}

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('completions', () => {
  const completedByBash = (line: string): Promise<string> =>
    inShell(
      'bash',
      `source "$COMPLETIONS"; read -ra COMP_WORDS <<< '${line.trimEnd()}'
       ${line.endsWith(' ') ? 'COMP_WORDS+=("")' : ''}
       COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); _mnist_tui; echo "\${COMPREPLY[@]}"`,
    );

  it('of bash know commands, options and words', {skip: without('bash')}, async () => {
    assert.deepEqual(words(await completedByBash('mnist-tui tr')), ['train']);
    assert.deepEqual(words(await completedByBash('mnist-tui train --se')), ['--seed']);
    assert.deepEqual(words(await completedByBash('mnist-tui train --engine w')), ['webgpu', 'wasm']);
    assert.deepEqual(words(await completedByBash('mnist-tui setup ')).slice(0, 2), ['tensorflow', 'webgpu']);
    assert.deepEqual(words(await completedByBash('mnist-tui info --se')), ['']);
    assert.deepEqual(words(await completedByBash('mnist-tui --no-e')), ['--no-early-stop']);
    assert.deepEqual(words(await completedByBash('mnist-tui predict --st')), ['--stages']);
    for (const before of ['predict', 'export', 'train --history', 'train --model']) {
      assert.ok(words(await completedByBash(`mnist-tui ${before} pack`)).includes('package.json'), before);
    }
    assert.deepEqual(words(await completedByBash('mnist-tui export --format s')), ['safetensors']);
  });

  it('of zsh are read without complaint, and complete a command', {skip: without('zsh')}, async () => {
    const script = 'autoload -U compinit; compinit -D -u; source "$COMPLETIONS"; print $_comps[mnist-tui]';
    assert.equal((await inShell('zsh', script)).trim(), '_mnist_tui');
  });

  it('of fish know commands, options and words', {skip: without('fish')}, async () => {
    const completed = async (line: string): Promise<string[]> =>
      (await inShell('fish', `source $COMPLETIONS; complete -C '${line}'`)).trim().split('\n');
    assert.deepEqual(
      (await completed('mnist-tui tr')).map(text => text.split('\t')[0]),
      ['train'],
    );
    assert.ok((await completed('mnist-tui train --se')).some(text => text.startsWith('--seed\t')));
    const engines = await completed('mnist-tui train --engine w');
    assert.deepEqual(engines.map(text => text.split('\t')[0]).sort(), ['wasm', 'webgpu']);
    assert.ok(!(await completed('mnist-tui info --se')).some(text => text.startsWith('--seed')));
  });
});
