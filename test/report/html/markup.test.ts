import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {escaped, Markup, markup} from '../../../source/report/html/markup.js';
import {parseHtml, textOf} from '../../helpers/html.js';

describe('the markup of a report', () => {
  it('escapes all that is put in and is no markup itself', () => {
    const hostile = `<script>alert("1") & '2'</script>`;
    const made = markup`<p title="${hostile}">${hostile}</p>`.text;
    assert.equal(made.match(/<script|"1"|'/g), null);
    const [paragraph] = parseHtml(made).children;
    assert.ok(typeof paragraph === 'object');
    assert.equal(textOf(paragraph), hostile);
    assert.equal(paragraph.attributes.get('title'), hostile);
  });

  it('takes markup, numbers, lists of them and nothing', () => {
    const inner = [markup`<i>${1}</i>`, new Markup('<br>'), 'a<b', undefined];
    assert.equal(markup`<p>${inner}${undefined}${0}</p>`.text, '<p><i>1</i><br>a&lt;b0</p>');
  });

  it('writes control characters out, and has no line ends', () => {
    assert.equal(escaped('a\u0000\u001B[31m\nb\u202Ec'), 'a\\x00\\x1b[31m b\\u202ec');
  });
});
