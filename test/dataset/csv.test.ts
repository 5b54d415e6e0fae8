import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type CsvArrays, parseCsv} from '../../source/dataset/csv.js';
import {numbersOf} from '../../source/dataset/numbers.js';
import {rejectsForPerson} from '../helpers/errors.js';

const pixels = (value: string, separator = ','): string => new Array(784).fill(value).join(separator);
const header = ['label', ...Array.from({length: 784}, (_, index) => `pixel${index}`)];
const parse = (text: string): CsvArrays => parseCsv(Buffer.from(text), 'digits.csv');
const valuesOf = async ({dtype, bytes}: CsvArrays['images']): Promise<number[]> => [
  ...Array.from(numbersOf(dtype, await bytes())),
];

describe('reading a CSV file', () => {
  const rows = `3,${pixels('7')}\n8,${pixels('255')}\n`;
  const forms: [string, string][] = [
    ['without a header', rows],
    ['with a header', `${header.join(',')}\n${rows}`],
    ['with a quoted header', `${header.map(name => `"${name}"`).join(',')}\n${rows}`],
    ['with line ends of Windows and none at the end', rows.replaceAll('\n', '\r\n').slice(0, -2)],
    ['with a byte order mark and blank lines at the end', `\uFEFF${rows}\n \n`],
    ['with semicolons', rows.replaceAll(',', ';')],
    ['with tabs', rows.replaceAll(',', '\t')],
    ['with blanks and quotes about the values', rows.replaceAll('7', ' "7" ')],
    [
      'with the label last, as its header says',
      `${[...header.slice(1), 'class'].join(',')}\n${pixels('7')},3\n${pixels('255')},8\n`,
    ],
  ];
  for (const [form, text] of forms) {
    it(`takes one ${form}`, async () => {
      const {images, labels} = parse(text);
      assert.deepEqual([images.shape, labels.shape], [[2, 784], [2]]);
      assert.deepEqual(await valuesOf(labels), [3, 8]);
      assert.deepEqual(await valuesOf(images), [...new Array(784).fill(7), ...new Array(784).fill(255)]);
    });
  }

  it('reads floats as JavaScript does', async () => {
    const texts = ['0.5', '.25', '1.', '0.003921568859368563', '1e-3', '-0.25', '0.1', '123.456'];
    const row = [...texts, ...new Array(776).fill('0')].join(',');
    const {images, labels} = parse(`4.0,${row}\n`);
    assert.deepEqual(await valuesOf(labels), [4]);
    assert.deepEqual(
      (await valuesOf(images)).slice(0, 8),
      texts.map(text => Math.fround(Number(text))),
    );
  });

  const faults: [string, string, RegExp][] = [
    ['no labels', `${pixels('0')}\n`, /784 columns; wanted 785.*hold back rows/],
    ['too few columns', '1,2,3\n', /3 columns; wanted 785/],
    ['a short row', `${rows}3,4\n`, /line 3 has less than 785 values/],
    ['a long row', `${rows}1,${pixels('1')},1\n`, /line 3 has more than 785 values/],
    ['a word among the values', `${rows}1,${pixels('none')}\n`, /line 3, column 2: "none"; wanted a number/],
    ['an empty value', `${rows}1,${pixels('')}\n`, /line 3, column 2: ""; wanted a number/],
  ];
  for (const [what, text, pattern] of faults) {
    it(`says where it has ${what}`, async () => {
      await rejectsForPerson(() => parse(text), 'digits.csv: ', pattern);
    });
  }
});
