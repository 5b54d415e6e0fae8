// Puts the packages that the command line and the dashboard are made of into their two files: Ink alone is some 150
// files, and reading them one by one takes most of the time until the first frame. What finds other files by its own
// place (workers, kernels, data), and what both sides of a boundary must share (errors), stays a file of its own.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const own = [
  './session.js',
  '../training/client.js',
  './commands/*',
  './config.js',
  './errors.js',
  '../errors.js',
  '../../errors.js',
];

/** Ink's tie to React's developer tools, which are not installed. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(bundler) {
    bundler.onResolve({filter: /^\.\/devtools\.js$/}, () => ({path: 'devtools', namespace: 'empty'}));
    bundler.onLoad({filter: /./, namespace: 'empty'}, () => ({contents: ''}));
  },
};

const {metafile} = await build({
  absWorkingDir: root,
  entryPoints: ['dist/source/cli.js', 'dist/source/commands/dashboard.js'],
  outdir: 'dist/source',
  outbase: 'dist/source',
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  metafile: true,
  logLevel: 'warning',
  external: own,
  plugins: [withoutDevtools],
  define: {'process.env.NODE_ENV': '"production"'},
  // Packages in CommonJS ask for Node's own modules with require.
  banner: {
    js: "import {createRequire as createBundleRequire} from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
});

const packages = new Set(
  Object.keys(metafile.inputs).flatMap(input => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []),
);
const licences = [...packages].sort().map(name => {
  const folder = path.join(root, 'node_modules', name);
  const file = readdirSync(folder).find(candidate => /^licen[cs]e/i.test(candidate));
  const {version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(path.join(folder, file), 'utf8').trim();
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync(path.join(root, 'dist', 'source', 'THIRD-PARTY.txt'), licences.join(`\n${'-'.repeat(72)}\n\n`));
