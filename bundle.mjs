// Puts what the command line, the dashboard, `train`, the training worker and its engine are made of into a file each:
// Ink alone is some 150 files, and reading them one by one takes most of the time until the first frame or step. What
// finds other files by its own place (workers, kernels), and what both sides of a boundary must share (errors, the
// language), stays a file of its own.
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {thirdPartyLicences} from './third-party.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const source = path.join(root, 'dist', 'source');
const stay =
  /^(errors|program|engines\/(catalogue|check|installed)|dataset\/augment\/augmented-images|training\/client|words\/language|words\/ru\/words|commands\/(?!session)\w+)\.js$/;
const bundled = [
  ...['main', 'commands/dashboard', 'commands/train', 'training/worker', 'words/ru/words'],
  ...['engines/check', 'engines/wasm/self-check', 'engines/wasm/kept-threads', 'dataset/augment/augmented-images'],
];
const entryPoints = bundled.map(name => `dist/source/${name}.js`);

/** Leaves the files in `stay` out of a bundle, which then finds them by their paths from its own folder. */
const withoutOwnFiles = folder => ({
  name: 'without-own-files',
  setup(bundler) {
    bundler.onResolve({filter: /^\./}, ({kind, resolveDir, path: specifier}) => {
      const file = path.resolve(resolveDir, specifier);
      if (kind === 'entry-point' || !stay.test(path.relative(source, file).split(path.sep).join('/'))) return undefined;
      const found = path.relative(folder, file).split(path.sep).join('/');
      return {path: found.startsWith('.') ? found : `./${found}`, external: true};
    });
  },
});

/** Ink's tie to React's developer tools, which are not installed, and its look at DEV, which users set for others. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(bundler) {
    bundler.onLoad({filter: /[\\/]ink[\\/]build[\\/]utils\.js$/}, () => ({
      contents: 'export const isDev = () => false;',
    }));
    bundler.onResolve({filter: /^\.\/devtools\.js$/}, () => ({path: 'devtools', namespace: 'empty'}));
    bundler.onLoad({filter: /./, namespace: 'empty'}, () => ({contents: ''}));
  },
};

/** Has a module of the program imported by a changed file. */
const importing = (names, file) => [/^/, `import {${names}} from ${JSON.stringify(path.join(source, file))};\n`];

/**
 * What keeps a frame short, and Ink's memory flat while a network trains. Ink keeps every text that it ever measured, and
 * takes every character of every frame apart, which takes most of the frame and leaves 90 MB of garbage a second. The
 * panels' lines lie beside each other: they are put together whole, and measured without taking them apart.
 */
const inkChanges = [
  {file: /[\\/]ink[\\/]build[\\/]measure-text\.js$/, changes: [['cache.set(text, dimensions);', '']]},
  {file: /[\\/]ink[\\/]build[\\/]wrap-text\.js$/, changes: [['cache[cacheKey] = wrappedText;', '']]},
  {
    file: /[\\/]ink[\\/]build[\\/]output\.js$/,
    changes: [
      importing('rowsOf', 'ui/rows.js'),
      [
        'get() {',
        `$&
        const rows = rowsOf(this.operations, this.height);
        if (rows !== undefined) return {output: rows.join('\\n'), height: rows.length};`,
      ],
    ],
  },
  {
    file: /[\\/]widest-line[\\/]index\.js$/,
    changes: [
      importing('plainColumns', 'text/columns.js'),
      ['stringWidth(line)', 'plainColumns(line) ?? stringWidth(line)'],
    ],
  },
];

/** Of meow, what brings a package.json into npm's form is not asked for here; its lists of licences take 10 ms. */
const meowChanges = [
  {
    file: /[\\/]meow[\\/]build[\\/]dependencies\.js$/,
    changes: [
      ['var normalizeExports = requireNormalize();', ''],
      ['getDefaultExportFromCjs(normalizeExports)', 'data => data'],
    ],
  },
];

const isIn = (part, text) => (typeof part === 'string' ? text.includes(part) : part.test(text));

const withChanges = {
  name: 'with-changes',
  setup(bundler) {
    for (const {file, changes} of [...inkChanges, ...meowChanges]) {
      bundler.onLoad({filter: file}, ({path: name}) => {
        let contents = readFileSync(name, 'utf8');
        for (const [part, replacement] of changes) {
          if (!isIn(part, contents)) throw new Error(`${name} has no "${part}" any more: look at the changes anew`);
          contents = contents.replace(part, replacement);
        }
        return {contents};
      });
    }
  },
};

const bundles = entryPoints.map(entry =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: entry,
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    logLevel: 'warning',
    plugins: [withoutOwnFiles(path.dirname(path.join(root, entry))), withoutDevtools, withChanges],
    define: {'process.env.NODE_ENV': '"production"'},
    // Packages in CommonJS ask for Node's own modules with require.
    banner: {
      js: "import {createRequire as createBundleRequire} from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
    },
  }),
);
const metafiles = (await Promise.all(bundles)).map(({metafile}) => metafile);
const inputs = [...new Set(metafiles.flatMap(metafile => Object.keys(metafile.inputs)))];

const dist = path.join(root, 'dist');
writeFileSync(path.join(dist, 'source', 'THIRD-PARTY.txt'), thirdPartyLicences(root, inputs));
// What was put into the files, for the tests.
writeFileSync(path.join(dist, 'bundle.json'), JSON.stringify({inputs}));
