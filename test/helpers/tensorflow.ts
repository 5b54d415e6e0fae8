import {existsSync} from 'node:fs';
import path from 'node:path';
import {tensorflowFolder} from './stage.js';

/** Why tests on the real TensorFlow library are skipped, or false when it is there. */
export const withoutTensorFlow: string | false = existsSync(
  path.join(tensorflowFolder, 'lib', 'napi-v8', 'tfjs_binding.node'),
)
  ? false
  : 'skipped: TensorFlow’s library is not installed (.ci/run builds it: test/tools/install-tensorflow.ts)';
