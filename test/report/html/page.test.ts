import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {reportPage} from '../../../source/report/html/page.js';
import type {ReportedRun} from '../../../source/report/html/reported-run.js';
import {said} from '../../../source/state/adviser/rule.js';
import {adviser} from '../../../source/words/adviser.js';
import {byId, classed, type Element, elements, named, parseHtml, rowsOf, textOf} from '../../helpers/html.js';
import {reported} from '../../helpers/reported.js';
import {runInfo} from '../../helpers/run-info.js';

const page = (given?: Partial<ReportedRun>): Element => parseHtml(reportPage(reported(given)));
const text = (given: Partial<ReportedRun>, id: string): string => textOf(byId(page(given), id));

describe('the page of a report', () => {
  it('says the dataset, the accuracy and how many are wrong, in its title and first', () => {
    const document = page();
    assert.deepEqual(named(document, 'title').map(textOf), ['MNIST: 96.0 %, 4 of 100 wrong']);
    assert.deepEqual(
      [textOf(byId(document, 'accuracy')), textOf(byId(document, 'wrong'))],
      ['96.0 %', '4 of 100 test digits wrong'],
    );
    assert.match(textOf(named(document, 'header')[0]), /Its weakness: 4 read as 9, 3 times\./);
  });

  it('asks for nothing from elsewhere, and runs nothing', () => {
    const made = reportPage(reported());
    assert.doesNotMatch(made, /http|<script|javascript:|@import|url\(/i);
    const document = parseHtml(made);
    const linked = elements(document, ({attributes}) =>
      ['src', 'href', 'srcset', 'action'].some(key => attributes.has(key)),
    );
    assert.ok(linked.length > 5);
    for (const {attributes} of linked) assert.match(attributes.get('src') ?? '', /^data:image\/png;base64,/);
    assert.deepEqual(
      elements(document, ({attributes}) => [...attributes.keys()].some(key => key.startsWith('on'))),
      [],
    );
    assert.deepEqual(named(document, 'script', 'iframe', 'object', 'link', 'base'), []);
  });

  it('escapes what comes from files', () => {
    const hostile = `"><script>x</script><img src=x onerror='y'>&\u001B[31m`;
    const info = runInfo(4, undefined, {program: hostile});
    const names = Array.from({length: 10}, (_, label) => `${label}${hostile}`);
    const document = page({
      ...{dataset: hostile, file: hostile, command: hostile, computedOn: hostile},
      info,
      names,
      hasNames: true,
    });
    assert.deepEqual(named(document, 'script'), []);
    assert.equal(
      named(document, 'img').every(({attributes}) => !attributes.has('onerror')),
      true,
    );
    assert.ok(textOf(byId(document, 'settings')).includes(hostile.replace('\u001B', '\\x1b')));
  });

  it('calls the labels what they are called, and digits images where they are none', () => {
    const names = ['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Boot'];
    const document = page({names, hasNames: true, dataset: 'Fashion-MNIST'});
    assert.match(
      textOf(named(document, 'header')[0]),
      /4 of 100 test images wrong Its weakness: Coat read as Boot, 3 times/,
    );
    assert.doesNotMatch(textOf(named(document, 'body')[0]), /digit/);
    assert.deepEqual(
      rowsOf(byId(document, 'matrix'))
        .slice(1)
        .map(([name]) => name),
      names.map((name, label) => `${label} ${name}`),
    );
  });

  it('says which loss it is, and what it is not', () => {
    assert.match(text({}, 'notes'), /number, not a percentage.*Always saying 0\.1 gives 0\.0900.*no probability/);
    const crossed = text({loss: 'cross-entropy'}, 'notes');
    assert.match(crossed, /cross-entropy of softmax: always giving a tenth to each digit has 2\.30/);
    assert.doesNotMatch(crossed, /early stop|0\.0900|no probability/);
    assert.match(textOf(named(page({loss: 'cross-entropy'}), 'header')[0]), /trained by cross-entropy/);
  });

  it('says that the early stop looks at the test split where it was on, and what it saw', () => {
    assert.match(text({}, 'notes'), /below 0\.015; after epoch 1 it was 0\.0180.*looks at the test split/);
    const info = runInfo(4);
    const off = {...info, settings: {...info.settings, earlyStop: false}};
    assert.doesNotMatch(text({info: off}, 'notes'), /early stop/);
    assert.match(text({info: off}, 'notes'), /Two runs whose accuracy differs by less than 0\.3 points/);
  });

  it('has no charts, settings, advice or command for weights alone, and says why', () => {
    const document = page({info: undefined, command: undefined});
    assert.deepEqual(
      [named(document, 'svg').length, textOf(byId(document, 'learning'))],
      [0, 'How it learnedThe file has weights alone, and nothing of their training.'],
    );
    assert.deepEqual(
      elements(document, ({attributes}) => ['adviser', 'command', 'epochs'].includes(attributes.get('id') ?? '')),
      [],
    );
    assert.doesNotMatch(textOf(named(document, 'body')[0]), /undefined/);
    assert.doesNotMatch(textOf(named(document, 'header')[0]), /seed|epoch/);
  });

  it('says where a run was stopped within an epoch', () => {
    const first = runInfo(4, undefined, {epoch: 0, stepInEpoch: 3, history: []});
    assert.match(text({info: first, step: 3}, 'learning'), /stopped in its first epoch, after 3 steps/);
    const later = runInfo(4, undefined, {stepInEpoch: 3});
    assert.match(text({info: later, step: 11}, 'learning'), /within epoch 2, after 11 steps in all.*96\.0 % right/);
    assert.match(text({info: later}, 'settings'), /to the end of its last whole epoch/);
  });

  it('says which settings were changed on the way, and promises the same figures only where none were', () => {
    assert.match(text({}, 'settings'), /The same run again:.*exactly the same.*changed on the way are not in the file/);
    const info = runInfo(4, undefined, {changes: []});
    assert.match(text({info}, 'settings'), /exactly the same figures, on others the same up to rounding\.$/);
    const changes = [
      {step: 1872, name: 'learningRate', was: 0.01},
      {step: 2000, name: 'shuffle', was: false},
    ] as const;
    const changed = text({info: {...info, changes}}, 'settings');
    assert.match(changed, /learning rate before0\.01, to step 1,872.*shuffle beforeno, to step 2,000/);
    assert.match(changed, /with the same settings from its start:.*Its figures are others/);
    assert.doesNotMatch(changed, /exactly the same/);
  });

  it('has what the adviser says, and what to do about it without a dashboard', () => {
    assert.match(text({}, 'adviser'), /Nothing to advise/);
    const advice = [
      {rule: 'few-steps', ...said(adviser['few-steps'], {steps: 3, left: 1, images: 25, batch: 4})} as const,
    ];
    const found = text({advice}, 'advice');
    assert.equal(
      found.trim(),
      'An epoch is 3 steps (1 of 25 images left over). A smaller batch gives it more: --batch-size 4.',
    );
  });

  it('names the engine, or says that it is not known', () => {
    assert.match(text({}, 'settings'), /computed onnot known: the file does not say/);
    assert.match(text({computedOn: 'wasm on CPU, 2 threads'}, 'settings'), /computed onwasm on CPU, 2 threads/);
  });

  it('marks dead units, and shows the moments that there are', () => {
    const document = page();
    assert.deepEqual(classed(document, 'dead').map(textOf), ['1 dead']);
    assert.match(textOf(byId(document, 'units')), /1 of 4 units are dead/);
    const {units} = reported();
    const moments = [
      {step: 1, epoch: 0, endsEpoch: false, values: units.values},
      {step: 468, epoch: 1, endsEpoch: true, meanTestLoss: 0.02, accuracy: 0.9351, values: units.values},
    ];
    const table = byId(page({units: {...units, moments}}), 'moments');
    assert.deepEqual(rowsOf(table)[0], ['', 'step 1', 'step 468 epoch 1 93.5 %']);
    assert.equal(named(table, 'img').length, 2 * 4);
  });

  it('says that it shows weights where the first ones are not known', () => {
    const {units} = reported();
    assert.match(text({units: {...units, shows: 'weights'}}, 'units'), /first weights are not known/);
    assert.match(text({}, 'units'), /have changed since the start/);
  });

  it('bears a network without mistakes', () => {
    assert.match(text({mistakes: []}, 'mistakes'), /There are none/);
  });
});
