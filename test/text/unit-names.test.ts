import assert from 'node:assert/strict';
import {it} from 'node:test';
import {unitNames} from '../../source/text/unit-names.js';

it('units are named one by one while they are few', () => {
  assert.equal(unitNames([3]), 'unit 3');
  assert.equal(unitNames([3, 41]), 'units 3, 41');
  assert.equal(unitNames([1, 2, 3, 4, 5, 6]), 'units 1, 2, 3, 4, 5, 6');
  assert.equal(unitNames([1, 2, 3, 4, 5, 6, 7]), '7 units');
});
