import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {programEnvironment} from './environment.js';

/** The built program. */
export const programPath = fileURLToPath(new URL('../../source/cli.js', import.meta.url));

/** A folder of test/fixtures. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url));

/** What a run of the program came to. */
export type Result = {readonly stdout: string; readonly stderr: string; readonly exitCode: number | null};

/**
 * Runs the program without a terminal, in programEnvironment. Standard input is left open and silent.
 * @param onOutput sees standard output as it comes, and may act on the process
 * @param seconds after which a program that has not ended is killed, and the promise rejects
 */
export function runProgram(
  args: readonly string[],
  {
    env = {},
    program = programPath,
    onOutput,
    seconds = 60,
  }: {
    env?: NodeJS.ProcessEnv;
    program?: string;
    onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
    seconds?: number;
  } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: programEnvironment(env),
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
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not ended within ${seconds} s: ${args.join(' ')}\n${stdout}${stderr}`));
    }, seconds * 1000);
    child.on('error', reject);
    child.on('close', exitCode => {
      clearTimeout(limit);
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
