// Puts the packages that the command line and the dashboard are made of into their two files: Ink alone is some 150
// files, and reading them one by one takes most of the time until the first frame. What finds other files by its own
// place (workers, kernels, data), and what both sides of a boundary must share (errors), stays a file of its own.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {thirdPartyLicences} from './third-party.mjs';

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

const dist = path.join(root, 'dist');
writeFileSync(path.join(dist, 'source', 'THIRD-PARTY.txt'), thirdPartyLicences(root, Object.keys(metafile.inputs)));
// What was put into which file, for the tests.
writeFileSync(path.join(dist, 'bundle.json'), JSON.stringify(metafile));
