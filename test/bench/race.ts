import {availableParallelism} from 'node:os';
import path from 'node:path';
import {messageOf} from '../../source/errors.js';
import {enginePlace} from '../../source/text/format.js';
import {homeIn} from '../helpers/environment.js';
import {jsonLines, runProgram} from '../helpers/program.js';
import {findPeers, measurePeer, type Peer, type PeerTimes} from './peers.js';

/** The best times of one program, in seconds. */
export type RaceRow = PeerTimes & {readonly name: string};

/** Epochs of a run: as many as the tutorial's early stop takes at least. */
export const raceEpochs = 7;
const rounds = 3;

type Runner = {readonly name: string; readonly measure: () => Promise<PeerTimes>};

/**
 * Trains the network with each engine and each peer, in turns, so that what else the machine does meets all alike. The
 * best of three runs counts.
 * @param home keeps what the program finds out of the machine, as a user's home does
 */
export async function race(home: string, say: (text: string) => void): Promise<RaceRow[]> {
  const runners = [...(await ownRunners(home)), ...(await peerRunners(say))];
  const times = new Map<string, PeerTimes>();
  for (let round = 1; round <= rounds; round++) {
    for (const {name, measure} of runners) {
      say(`${name}, run ${round} of ${rounds}`);
      try {
        const {epoch, whole} = await measure();
        const best = times.get(name) ?? {epoch, whole};
        times.set(name, {epoch: Math.min(epoch, best.epoch), whole: Math.min(whole, best.whole)});
      } catch (error) {
        say(`left out: ${messageOf(error).trim().split('\n').at(-1)}`);
      }
    }
  }
  return [...times].map(([name, best]) => ({name, ...best}));
}

/** The engines that `bench` can run here, and their numbers of threads: one, and all cores. */
async function ownRunners(home: string): Promise<Runner[]> {
  const {stdout} = await runProgram(['doctor', '--json'], {env: homeIn(home), seconds: 600});
  const working = jsonLines(stdout).filter(({state}) => state === 'works');
  return working.flatMap(({engine, device}) => {
    const counts = engine === 'wasm' ? [...new Set([1, availableParallelism()])] : [undefined];
    return counts.map(threads => ({
      name: enginePlace(String(engine), String(device), threads),
      measure: () => measureOwn(home, String(engine), threads),
    }));
  });
}

async function measureOwn(home: string, engine: string, threads: number | undefined): Promise<PeerTimes> {
  const given = threads === undefined ? [] : ['--threads', String(threads)];
  const model = ['--model', path.join(home, 'model.npz')];
  const args = ['train', '--json', '--no-early-stop', '--epochs', String(raceEpochs), '--engine', engine];
  const began = performance.now();
  const {stdout, stderr} = await runProgram([...args, ...given, ...model], {env: homeIn(home), seconds: 600});
  const whole = (performance.now() - began) / 1000;
  const epochs = jsonLines(stdout).filter(({type}) => type === 'epoch');
  if (epochs.length !== raceEpochs) throw new Error(stderr);
  return {epoch: Math.min(...epochs.map(({seconds}) => Number(seconds))), whole};
}

/** PEERS names the folder of the programs, PYTHON the Pythons that can run them, separated by commas. */
async function peerRunners(say: (text: string) => void): Promise<Runner[]> {
  const {PEERS: folder, PYTHON: pythons = 'python3'} = process.env;
  if (folder === undefined) {
    say('PEERS is not set: without PyTorch, JAX and NumPy');
    return [];
  }
  const peers: Peer[] = [];
  for (const python of pythons.split(',')) {
    peers.push(...(await findPeers(folder, python, availableParallelism(), raceEpochs, say)));
  }
  const names = peers.map(({name}) => name);
  return peers
    .filter(({name}, at) => names.indexOf(name) === at)
    .map(peer => ({name: peer.name, measure: () => measurePeer(peer)}));
}
