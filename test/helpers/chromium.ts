import assert from 'node:assert/strict';
import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Readable, Writable} from 'node:stream';

const browser = process.env.CHROMIUM ?? 'chromium';

/** Why a test that needs a browser cannot run here, or false when it can. */
export const withoutChromium: string | false =
  spawnSync(browser, ['--version'], {timeout: 60_000}).status === 0 ? false : `skipped: ${browser} is not installed`;

type Answer = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: {readonly message: string};
};

/** A page in a headless browser, told what to do in the DevTools protocol. */
export type Page = {
  /** Asks for something; the answer's fields. */
  readonly ask: (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;
  /** Waits for the next event of a name, which `after` causes. */
  readonly event: (method: string, after: () => Promise<unknown>) => Promise<Record<string, unknown>>;
  /** Every event so far. */
  readonly events: readonly Answer[];
  /** The value of an expression, evaluated beside the page's own scripts, also where these are off. */
  readonly value: <Value>(expression: string) => Promise<Value>;
};

/** Opens an empty page, with scripting off, and ends the browser afterwards. */
export async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'];
  const own = ['--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-first-run', 'about:blank'];
  const child = spawn(browser, [...options, ...own], {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
  const ended = new Promise(resolve => child.on('close', resolve));
  try {
    const connection = connect(child);
    const {targetInfos} = await connection.ask('Target.getTargets');
    const [target] = (targetInfos as {type: string; targetId: string}[]).filter(({type}) => type === 'page');
    const {sessionId} = await connection.ask('Target.attachToTarget', {targetId: target.targetId, flatten: true});
    const page = pageOf(connection, String(sessionId));
    for (const domain of ['Page', 'Network', 'Runtime']) await page.ask(`${domain}.enable`);
    await page.ask('Emulation.setScriptExecutionDisabled', {value: true});
    await use(page);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
}

type Connection = {
  readonly ask: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
  readonly events: Answer[];
  readonly waiting: Map<string, (params: Record<string, unknown>) => void>;
};

/** Messages go and come over two pipes, each ended by a zero. */
function connect(child: ChildProcess): Connection {
  const [, , , input, output] = child.stdio as [null, null, null, Writable, Readable];
  const open = new Map<number, (answer: Answer) => void>();
  const [events, waiting]: [Answer[], Connection['waiting']] = [[], new Map()];
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) open.get(answer.id)?.(answer);
      if (answer.method === undefined) continue;
      events.push(answer);
      waiting.get(answer.method)?.(answer.params ?? {});
    }
  });
  child.on('close', () => {
    for (const answer of open.values()) answer({error: {message: 'the browser has ended'}});
  });
  let last = 0;
  const ask: Connection['ask'] = (method, params = {}, sessionId = undefined) => {
    const id = ++last;
    const answered = new Promise<Answer>(resolve => open.set(id, resolve));
    input.write(`${JSON.stringify({id, method, params, sessionId})}\0`);
    return answered.then(({result, error}) => {
      open.delete(id);
      assert.equal(error, undefined, `${method}: ${error?.message}`);
      return result ?? {};
    });
  };
  return {ask, events, waiting};
}

function pageOf({ask, events, waiting}: Connection, sessionId: string): Page {
  const own: Page['ask'] = (method, params) => ask(method, params, sessionId);
  return {
    ask: own,
    events,
    async event(method, after) {
      const comes = new Promise<Record<string, unknown>>(resolve => waiting.set(method, resolve));
      await after();
      const params = await comes;
      waiting.delete(method);
      return params;
    },
    async value<Value>(expression: string) {
      const {result} = await own('Runtime.evaluate', {expression, returnByValue: true});
      const {value, description} = result as {value?: Value; description?: string};
      assert.ok(value !== undefined, `${expression}: ${description}`);
      return value;
    },
  };
}
