import {readFileSync} from 'node:fs';
import {unzipSync} from 'fflate';
import {
  type NetworkState,
  type Parameters,
  parameterNames,
  type Weights,
  zeroParameters,
} from '../../source/network/network-state.js';

const file = new URL('../../../test/fixtures/pytorch-oracle.npz', import.meta.url);

/** Hidden units and batch size of the oracle's run. */
export const oracleHidden = 128;
export const oracleBatchSize = 128;

/** What PyTorch computes for one epoch on MNIST from a given start in a given order. */
export type Oracle = {
  readonly initial: NetworkState;
  /** Train indices, 468 × 128. */
  readonly order: Uint32Array;
  /** Each step's loss before its update, 468. */
  readonly batchLoss: Float32Array;
  /** 10,000 × 10, with the weights after step 468. */
  readonly testScores: Float32Array;
  readonly testAccuracy: number;
  /** Mean squared error of the test scores over all images, and over the 78th full batch. */
  readonly testLossMean: number;
  readonly testLossLastBatch: number;
  /** The weights after that many steps. */
  weightsAfter(step: 1 | 10 | 100 | 468): Weights;
};

/** Reads the oracle. */
export function readOracle(): Oracle {
  const entries = unzipSync(readFileSync(file));
  const values = (name: string): Float32Array => Float32Array.from(parseNpy(entries[`${name}.npy`]));
  const weights = (prefix: string): Weights => ({
    activation: 'relu',
    hiddenWeight: values(`${prefix}_hidden_weight`),
    hiddenBias: values(`${prefix}_hidden_bias`),
    outputWeight: values(`${prefix}_output_weight`),
    outputBias: values(`${prefix}_output_bias`),
  });
  return {
    initial: {
      hidden: oracleHidden,
      weights: weights('initial'),
      firstMoment: zeroParameters(oracleHidden),
      secondMoment: zeroParameters(oracleHidden),
      step: 0,
    },
    order: Uint32Array.from(parseNpy(entries['order.npy'])),
    batchLoss: values('batch_loss'),
    testScores: values('test_scores'),
    testAccuracy: values('test_accuracy')[0],
    testLossMean: values('test_loss_mean')[0],
    testLossLastBatch: values('test_loss_last_batch')[0],
    weightsAfter: step => weights(`step${step}`),
  };
}

/** The numbers of an npy file of little-endian float32, float64, int32 or int64, whatever its shape. */
export function parseNpy(bytes: Uint8Array): Iterable<number> {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  const header = Buffer.from(bytes.subarray(10, 10 + headerLength)).toString('latin1');
  const type = /'descr': '<(\w\d)'/.exec(header)?.[1];
  const body = bytes.slice(10 + headerLength).buffer;
  if (type === 'f4') return new Float32Array(body);
  if (type === 'f8') return new Float64Array(body);
  if (type === 'i4') return new Int32Array(body);
  if (type === 'i8') return Array.from(new BigInt64Array(body), Number);
  throw new Error(`The oracle has an array of an unknown type: ${header}`);
}

/** The largest absolute difference of two arrays of one length; not a number if any difference is. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new Error(`${a.length} numbers against ${b.length}`);
  let largest = 0;
  for (let place = 0; place < a.length; place++) {
    const difference = Math.abs(a[place] - b[place]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

/** The largest absolute difference of all weights and biases. */
export function largestWeightDifference(a: Parameters, b: Parameters): number {
  return Math.max(...parameterNames.map(name => largestDifference(a[name], b[name])));
}
