import {testMethods} from '../../helpers/webgpu-methods.js';

testMethods('software', 100);
testMethods('hardware', 20);
