import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

/** A made-up npm package: its manifest and its other files. */
export type MadePackage = {
  readonly manifest: {readonly name: string; readonly version: string} & Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
};

/**
 * An npm registry on this machine that has some made-up packages and nothing else.
 * @param folder a scratch folder for their tarballs
 */
export async function startRegistry(
  folder: string,
  packages: readonly MadePackage[],
): Promise<{url: string; asked: string[]; close(): void}> {
  const tarballs = new Map(packages.map(made => [made.manifest.name, pack(folder, made)]));
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    asked.push(name);
    const made = packages.find(({manifest}) => manifest.name === name);
    const tarball = tarballs.get(name.replace(/\.tgz$/, ''));
    if (made !== undefined && tarball !== undefined) response.end(JSON.stringify(packument(made, tarball, url())));
    else if (tarball !== undefined) response.end(tarball);
    else response.writeHead(404).end('{}');
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {url: url(), asked, close: () => server.close()};
}

/** What a registry says of a package. */
function packument({manifest}: MadePackage, tarball: Buffer, url: string): unknown {
  const {name, version} = manifest;
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const dist = {tarball: `${url}/${encodeURIComponent(name)}.tgz`, integrity};
  const hasInstallScript = true;
  return {name, 'dist-tags': {latest: version}, versions: {[version]: {...manifest, hasInstallScript, dist}}};
}

/** A tarball as `npm pack` makes it. */
function pack(folder: string, {manifest, files}: MadePackage): Buffer {
  const place = path.join(folder, manifest.name.replace(/\W+/g, '-'), 'package');
  mkdirSync(place, {recursive: true});
  for (const [file, text] of Object.entries({...files, 'package.json': JSON.stringify(manifest)})) {
    writeFileSync(path.join(place, file), text);
  }
  const tarball = `${place}.tgz`;
  const {status, stderr} = spawnSync('tar', ['-czf', tarball, '-C', path.dirname(place), 'package'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  return readFileSync(tarball);
}
