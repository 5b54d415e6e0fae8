import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {endTerminals, pseudoTerminals} from '../helpers/terminal.js';
import {walkOfRace} from '../helpers/walk-race.js';

after(endTerminals);

for (const [columns, rows] of [
  [80, 24],
  [200, 50],
] as const) {
  it(`three runs race at ${columns} × ${rows}, and each can be opened`, {skip: pseudoTerminals}, async () => {
    const seen = new Map<string, string>();
    await walkOfRace({columns, rows}, ({name, terminal}) => void seen.set(name, terminal.text()));
    const race = seen.get('race') ?? '';
    assert.match(race, /hidden 128, rate 0\.001/);
    assert.match(race, /2 leads by [01]\.\d points: 9[78]\.\d % after 5 epochs/);
    // The last has a line, and its rate has killed it: it is far behind.
    const accuracies = [...race.matchAll(/^.*?([123]) (\d+\.\d) %/gm)].map(([, , accuracy]) => Number(accuracy));
    assert.equal(accuracies.length, 3);
    assert.ok((accuracies[2] ?? 100) < 90, String(accuracies));
    assert.match(seen.get('racer') ?? '', /dead|Hidden units/);
  });
}
