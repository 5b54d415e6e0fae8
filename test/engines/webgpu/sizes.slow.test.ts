import {testSizes} from '../../helpers/webgpu-sizes.js';

testSizes([1000]);
