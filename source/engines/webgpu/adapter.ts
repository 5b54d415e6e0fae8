import {pathToFileURL} from 'node:url';
import {messageOf, printable, UserError} from '../../errors.js';
import {packageMain} from '../installed.js';
import {Gpu} from './gpu.js';

/** What is used of the npm package webgpu. Its own types are not: the program is built where npm left it out, too. */
type Dawn = {
  /** Starts Dawn with options such as `enable-dawn-features=…`. */
  create(options: readonly string[]): GPU;
};

// Two of Dawn's safeguards that only cost here: the kernels write all shared memory before they read it (clearing it
// takes nine tenths of the time on SwiftShader), and no index leaves its buffer, as the trainer checks the order.
const dawnFeatures = ['disable_workgroup_init', 'disable_robustness'];

const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|basic[- ]render|\bwarp\b/i;

/** Opens the best GPU there is. What it throws says in one line what is missing. */
export async function openGpu(): Promise<Gpu> {
  const {create} = await loadDawn();
  const dawn = create([`enable-dawn-features=${dawnFeatures.join()}`]);
  const adapter = await dawn.requestAdapter({powerPreference: 'high-performance'});
  if (adapter === null) {
    throw new UserError('No GPU was found: WebGPU needs a driver for Vulkan, Metal or Direct3D 12');
  }
  const software = isSoftware(adapter.info);
  const label = adapterLabel(adapter.info);
  const {maxBufferSize, maxStorageBufferBindingSize} = adapter.limits;
  const requiredLimits = {maxBufferSize, maxStorageBufferBindingSize};
  const device = await adapter.requestDevice({requiredLimits}).catch(error => {
    throw new UserError(`${label} cannot be opened: ${messageOf(error)}`);
  });
  return new Gpu(dawn, device, label, software);
}

async function loadDawn(): Promise<Dawn> {
  try {
    return (await import(pathToFileURL(packageMain('webgpu')).href)) as Dawn;
  } catch (error) {
    throw new UserError(`The npm package webgpu does not load: ${messageOf(error).split('\n')[0]}`);
  }
}

/** Whether an adapter is a program on the CPU: SwiftShader, Mesa's llvmpipe, Windows' WARP. */
export function isSoftware(info: AdapterDescription): boolean {
  const {vendor, architecture, device, description} = info;
  return info.isFallbackAdapter || softwareNames.test([vendor, architecture, device, description].join(' '));
}

/** What an adapter says about itself. */
export type AdapterDescription = Pick<
  GPUAdapterInfo,
  'vendor' | 'architecture' | 'device' | 'description' | 'isFallbackAdapter'
>;

/** What a person would call the adapter; WebGPU gives its name in small letters joined by hyphens. */
export function adapterLabel(info: AdapterDescription): string {
  const {vendor, architecture, device, description} = info;
  const name =
    device
      .split('-')
      .filter(word => !['', 'r', 'tm'].includes(word))
      .map(spell)
      .join(' ') ||
    description ||
    `${vendor} ${architecture}`.trim() ||
    'unnamed GPU';
  return printable(isSoftware(info) ? `${name} (software)` : name);
}

const spellings = new Map([
  ['amd', 'AMD'],
  ['geforce', 'GeForce'],
  ['nvidia', 'NVIDIA'],
  ['swiftshader', 'SwiftShader'],
]);

/** Model numbers and abbreviations (h100, rtx) in capitals, words (radeon) with one. */
function spell(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  return /\d|^[^aeiou]+$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
