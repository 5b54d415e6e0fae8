import path from 'node:path';

/** The environment variable that tells workers and helping processes how the program was started. */
const variable = 'MNIST_TUI_STARTED_AS';

/** Keeps how the program was started for commandLine, also in workers and helping processes, whose own script is another. */
export function rememberInvocation(env: NodeJS.ProcessEnv, script: string | undefined): void {
  env[variable] = startedAs(env, script);
}

/**
 * What to type to give this program a command, in the way in which it was started now: installed, through npx, or in
 * a clone.
 * @param args the command and its options, such as `setup webgpu`
 */
export function commandLine(args: string, env: NodeJS.ProcessEnv = process.env): string {
  return `${env[variable] ?? 'mnist-tui'} ${args}`;
}

function startedAs(env: NodeJS.ProcessEnv, script = 'mnist-tui'): string {
  if (env.npm_lifecycle_event === 'start') return 'npm start --';
  if (env.npm_command === 'exec') return 'npx mnist-tui';
  if (path.extname(script) === '') return 'mnist-tui';
  const file = path.relative('', script);
  return `node ${/^[\w./\\-]+$/.test(file) ? file : JSON.stringify(file)}`;
}
