import {type Box, crop, type Grey} from './grey.js';
import {type Group, groupsOf, withoutSpecks} from './groups.js';
import {inkOf} from './ink.js';
import {grow, type Labels, partsOf} from './parts.js';
import {boxOf, isPrepared, prepare} from './prepare.js';
import {splitWide} from './split.js';

/** A digit that was found in a picture. */
export type FoundDigit = {
  /** Where it stands in the picture, in the picture's pixels. */
  readonly box: Box;
  /** Its own ink alone: 0 is paper, 255 is ink. */
  readonly ink: Grey;
  /** 784 values: what the network is given. */
  readonly pixels: Uint8Array;
};

/** What a picture came to. */
export type Reading = {
  /** The ink of the whole picture. */
  readonly ink: Grey;
  readonly digits: readonly FoundDigit[];
  /** Why there are no digits: nothing is drawn, nothing of a digit's form, or too much for a picture of digits. */
  readonly none?: 'blank' | 'other' | 'crowded';
};

/** The level above which ink hangs together. */
const level = 0.3;
/** The most parts of a picture of digits; one of something else has thousands. */
const mostParts = 2000;

/**
 * The digits of a picture, line by line and from left to right, each as MNIST's digits are.
 * @param grey brightness, 0 to 255
 */
export function findDigits(grey: Grey): Reading {
  const ready = asPrepared(grey);
  if (ready !== undefined) return ready;
  const ink = inkOf(grey);
  if (ink === undefined) return {ink: crop(grey, {x: 0, y: 0, width: 0, height: 0}), digits: [], none: 'blank'};
  const {labels, parts: all} = partsOf(ink, level);
  const parts = withoutSpecks(all);
  if (parts.length > mostParts) return {ink, digits: [], none: 'crowded'};
  const least = Math.max(5, Math.max(grey.width, grey.height) / 80);
  const groups = groupsOf(splitWide(ink, labels, parts, all.length + 1)).filter(({box}) => box.height >= least);
  const reach = groups.reduce((most, {box}) => Math.max(most, box.height), 0);
  grow(labels, Math.max(1, Math.round(reach / 25)), () => true);
  const digits = groups.flatMap(group => {
    const own = ownInk(ink, labels, group);
    const pixels = prepare(own);
    return pixels === undefined ? [] : [{box: group.box, ink: own, pixels}];
  });
  return digits.length === 0 ? {ink, digits, none: 'other'} : {ink, digits};
}

/** The reading of a picture that is an image of MNIST's form as it stands, its ink bright or dark. */
function asPrepared(grey: Grey): Reading | undefined {
  for (const ink of [grey, {...grey, values: grey.values.map(value => 255 - value)}]) {
    const [box, pixels] = isPrepared(ink) ? [boxOf(ink, 0), prepare(ink)] : [];
    if (box !== undefined && pixels !== undefined) return {ink, digits: [{box, ink, pixels}]};
  }
  return undefined;
}

/** A digit's ink without that of its neighbours. */
function ownInk(ink: Grey, labels: Labels, group: Group): Grey {
  const own = new Set(group.parts.map(({label}) => label));
  const margin = Math.max(1, Math.round(group.box.height / 20));
  const {x, y, width, height} = group.box;
  const box = {x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin};
  const cut = crop(ink, box);
  for (let place = 0; place < cut.values.length; place++) {
    const [column, row] = [box.x + (place % box.width), box.y + Math.floor(place / box.width)];
    const inside = column >= 0 && row >= 0 && column < labels.width && row < labels.height;
    const keep = inside && own.has(labels.labels[row * labels.width + column]);
    cut.values[place] = keep ? 255 * cut.values[place] : 0;
  }
  return cut;
}
