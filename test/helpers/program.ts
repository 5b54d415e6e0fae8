import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The built program. */
export const programPath = fileURLToPath(new URL('../../source/cli.js', import.meta.url));

/** A folder of test/fixtures. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url));

/** What a run of the program came to. */
export type Result = {readonly stdout: string; readonly stderr: string; readonly exitCode: number | null};

/**
 * Runs the program without a terminal. Standard input is left open and silent unless `input` is given.
 * @param onOutput sees standard output as it comes, and may act on the process
 */
export function runProgram(
  args: readonly string[],
  {
    env = {},
    program = programPath,
    onOutput,
  }: {
    env?: NodeJS.ProcessEnv;
    program?: string;
    onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: {...process.env, NODE_TEST_CONTEXT: undefined, ...env},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += String(data);
      onOutput?.(stdout, signal => child.kill(signal));
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += String(data);
    });
    child.on('error', reject);
    child.on('close', exitCode => {
      child.stdin.destroy();
      resolve({stdout, stderr, exitCode});
    });
  });
}

/** Gives a new empty folder to `use` and removes it afterwards. */
export async function withFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The objects of JSON lines. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);
}
