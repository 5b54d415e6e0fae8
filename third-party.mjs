// The licences of the packages that bundle.mjs puts into the program's files.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** Packages under the MIT licence that bring no file of it, and the copyright that their repositories state. */
const copyrights = {'yoga-layout': 'Copyright (c) Facebook, Inc. and its affiliates.'};

/** What a package's own files leave out. */
const additions = {
  meow: 'CC-BY-3.0, the licence of spdx-exceptions: https://creativecommons.org/licenses/by/3.0/legalcode',
};

/** A file of licences or notices: a package's own, or of the packages that it carries inside itself. */
const isLicence = file => /^(licen[cs]es?|notices?|copying|third.?party)([-.][^/]*)?$/i.test(path.basename(file));
const isText = file => ['', '.md', '.txt'].includes(path.extname(file).toLowerCase());

/** The texts that stand for one package, wherever it keeps them. */
function textsOf(folder, name, license, mit) {
  const files = readdirSync(folder, {recursive: true})
    .filter(file => !file.split(path.sep).includes('node_modules') && isLicence(file) && isText(file))
    .sort((a, b) => a.split(path.sep).length - b.split(path.sep).length || (a < b ? -1 : 1));
  const texts = files.map(file => readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.length > 0) return name in additions ? [...texts, additions[name]] : texts;
  const copyright = copyrights[name];
  if (license !== 'MIT' || copyright === undefined) {
    throw new Error(`${folder} has no file of its licence (${license}): give third-party.mjs the text`);
  }
  return [mit.replace(/^Copyright.*$/m, copyright).trim()];
}

/**
 * All licences, one after the other, each under its package's name and version.
 * @param root the folder of node_modules and of LICENSE, whose text is MIT's
 * @param inputs the paths of the files that were bundled, from the root on
 */
export function thirdPartyLicences(root, inputs) {
  const mit = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  // A package may have its own version of another one in a node_modules of its own: the last name is the package's.
  const folders = new Set(inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  return [...folders]
    .map(folder => ({folder, ...JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))}))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({folder, name, version, license}) =>
      [`${name} ${version}`, ...textsOf(path.join(root, folder), name, license, mit)].join('\n\n'),
    )
    .join(`\n\n${'-'.repeat(72)}\n\n`)
    .concat('\n');
}
