import assert from 'node:assert/strict';
import test from 'node:test';
import {type AdapterDescription, adapterLabel} from '../../../source/engines/webgpu/adapter.js';

const blank: AdapterDescription = {vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false};

test('an adapter is called by its name in usual spelling', () => {
  const names = {
    'nvidia-h100-80gb-hbm3': 'NVIDIA H100 80GB HBM3',
    'nvidia-geforce-rtx-4090': 'NVIDIA GeForce RTX 4090',
    'intel-r-iris-r-xe-graphics-tgl-gt2-': 'Intel Iris Xe Graphics TGL GT2',
    'apple-m1-max': 'Apple M1 Max',
  };
  for (const [device, name] of Object.entries(names)) assert.equal(adapterLabel({...blank, device}), name);
  assert.equal(adapterLabel({...blank, description: 'Some driver 1.2'}), 'Some driver 1.2');
  assert.equal(adapterLabel({...blank, vendor: 'amd', architecture: 'rdna-3'}), 'amd rdna-3');
  assert.equal(adapterLabel(blank), 'unnamed GPU');
});

test('programs that act as a GPU are called software', () => {
  for (const info of [
    {...blank, device: 'swiftshader-device-subzero-', isFallbackAdapter: true},
    {...blank, vendor: 'google', architecture: 'swiftshader', device: 'x'},
    {...blank, device: 'llvmpipe-llvm-15-0-6-256-bits-'},
    {...blank, device: 'microsoft-basic-render-driver'},
    {...blank, device: 'x', description: 'WARP 10.0'},
  ]) {
    assert.match(adapterLabel(info), /\(software\)$/);
  }
  assert.doesNotMatch(adapterLabel({...blank, device: 'apple-m1'}), /software/);
});
