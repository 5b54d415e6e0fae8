import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkArguments, readCommand} from '../../source/config/read.js';

describe('the words of a command line', () => {
  it('name a command, or suggest the nearest', () => {
    assert.equal(readCommand('train'), 'train');
    assert.throws(() => readCommand('trian'), /unknown command "trian"; did you mean train\?/);
    assert.throws(() => readCommand('docter'), /did you mean doctor\?/);
    assert.throws(() => readCommand('photo.png'), /unknown command "photo.png"; there are train, sweep, predict, /);
    assert.throws(() => readCommand('constructor'), /unknown command "constructor"/);
  });

  it('are as many, and those, that the command takes', () => {
    checkArguments('predict', ['1', '2', '3']);
    checkArguments('help', []);
    checkArguments('help', ['train']);
    checkArguments('completions', ['zsh']);
    assert.throws(() => checkArguments('train', ['now']), /train takes no argument; found "now"/);
    assert.throws(
      () => checkArguments('setup', ['webgpu', 'tensorflow']),
      /setup takes one argument; found "tensorflow"/,
    );
    assert.throws(() => checkArguments('setup', []), /setup: which one\? There are tensorflow, webgpu/);
    assert.throws(() => checkArguments('setup', ['wegbpu']), /setup: no engine "wegbpu"; did you mean webgpu\?/);
    assert.throws(() => checkArguments('help', ['trian']), /help: no command "trian"; did you mean train\?/);
  });
});
