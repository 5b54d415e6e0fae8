import path from 'node:path';

/**
 * What to type to give this program a command, in the way in which it was started now: installed, through npx, or in
 * a clone.
 * @param args the command and its options, such as `setup webgpu`
 */
export function commandLine(args: string, env: NodeJS.ProcessEnv = process.env, script = process.argv[1]): string {
  if (env.npm_lifecycle_event === 'start') return `npm start -- ${args}`;
  if (env.npm_command === 'exec') return `npx mnist-tui ${args}`;
  const name = path.basename(script ?? 'mnist-tui');
  if (path.extname(name) === '') return `mnist-tui ${args}`;
  const file = path.relative('', script ?? '');
  return `node ${/^[\w./\\-]+$/.test(file) ? file : JSON.stringify(file)} ${args}`;
}
