import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {decode} from 'fast-png';
import {type Page, withoutChromium, withPage} from '../helpers/chromium.js';
import {parseHtml} from '../helpers/html.js';
import {mnist} from '../helpers/mnist.js';
import {runProgram, withFolder} from '../helpers/program.js';
import {checkReport} from '../helpers/report-check.js';

const open = async (page: Page, file: string): Promise<void> => {
  await page.event('Page.loadEventFired', () => page.ask('Page.navigate', {url: pathToFileURL(file).href}));
};

/** How light a screenshot is, of 0 to 1, and how wide. */
async function screenshot(page: Page): Promise<{lightness: number; width: number}> {
  const {data} = await page.ask('Page.captureScreenshot', {format: 'png'});
  const picture = decode(Buffer.from(String(data), 'base64'));
  const sum = Array.from(picture.data).reduce((all, sample) => all + sample, 0);
  return {lightness: sum / picture.data.length / 255, width: picture.width};
}

/** A run of the tutorial, and the report on it. */
async function withReport(use: (report: string, model: string, folder: string) => Promise<void>): Promise<void> {
  await withFolder(async folder => {
    const [model, report] = [path.join(folder, 'run.npz'), path.join(folder, 'run.html')];
    for (const args of [
      ['train', '--engine', 'wasm', '--threads', '1'],
      ['report', report],
    ]) {
      const {exitCode, stderr} = await runProgram([...args, '--model', model]);
      assert.equal(exitCode, 0, stderr);
    }
    await use(report, model, folder);
  });
}

describe('a report in a browser', {skip: withoutChromium}, () => {
  it('shows the figures of the run’s file with scripting off and nothing from elsewhere', async () => {
    await withReport(async (report, model, folder) => {
      await withPage(async page => {
        const probe = path.join(folder, 'probe.html');
        writeFileSync(probe, '<!DOCTYPE html><title>off</title><script>document.title = "on"</script>');
        await open(page, probe);
        assert.equal(await page.value('document.title'), 'off');
        await open(page, report);
        assert.match(await page.value('document.title'), /^MNIST: 97\.\d %, 2\d\d of 10,000 wrong$/);
        assert.equal(await page.value('document.compatMode'), 'CSS1Compat');
        // What the browser made of the file, written out again, has all figures.
        const html = await page.value<string>('document.documentElement.outerHTML');
        checkReport(parseHtml(html), model, mnist());
        const images = await page.value<number[]>('Array.from(document.images, image => image.naturalWidth)');
        const moments = await page.value<number>('document.querySelectorAll("#moments thead th").length');
        assert.ok(moments >= 7, `${moments} moments`);
        assert.deepEqual([images.length, new Set(images)], [24 + 128 + 8 * moments, new Set([28])]);
        const asked = page.events.flatMap(({method, params}) => {
          if (method !== 'Network.requestWillBeSent') return [];
          const {url} = (params?.request ?? {url: ''}) as {url: string};
          return url.startsWith('data:image/png;base64,') ? [] : [url];
        });
        assert.deepEqual(
          asked,
          [probe, report].map(file => pathToFileURL(file).href),
        );
      });
    });
  });

  it('fits a phone, follows the colours that are set, and prints', async () => {
    await withReport(async report => {
      await withPage(async page => {
        await open(page, report);
        for (const width of [320, 390, 1100]) {
          const screen = {width, height: 900, deviceScaleFactor: 1, mobile: false};
          await page.ask('Emulation.setDeviceMetricsOverride', screen);
          assert.ok((await page.value<number>('document.documentElement.scrollWidth')) <= width, `wider than ${width}`);
          const cut =
            'Array.from(document.querySelectorAll("svg text")).filter(text => {' +
            'const [own, all] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];' +
            'return own.left < all.left - 0.5 || own.right > all.right + 0.5 || own.top < all.top - 0.5;' +
            '}).map(text => text.textContent)';
          assert.deepEqual(await page.value(cut), [], `words of a chart are cut at ${width}`);
        }
        const lightness: number[] = [];
        for (const value of ['light', 'dark']) {
          await page.ask('Emulation.setEmulatedMedia', {features: [{name: 'prefers-color-scheme', value}]});
          const {lightness: found, width} = await screenshot(page);
          assert.equal(width, 1100);
          lightness.push(found);
        }
        const [light, dark] = lightness;
        assert.ok(light > 0.8 && dark < 0.3, `light ${light}, dark ${dark}`);
        const {data} = await page.ask('Page.printToPDF');
        const pages =
          Buffer.from(String(data), 'base64')
            .toString('latin1')
            .match(/\/Type\s*\/Page\b/g) ?? [];
        assert.ok(pages.length >= 3 && pages.length <= 8, `${pages.length} pages`);
      });
    });
  });
});
