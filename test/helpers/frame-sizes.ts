type Sizes = Readonly<Record<string, readonly [columns: number, lines: number]>>;
/** Of each panel a narrow, a usual and a wide size that the layout gives. */
export const frameSizes: Readonly<Record<string, Sizes>> = {
  digit: {narrow: [14, 8], usual: [28, 15], wide: [56, 29]},
  training: {narrow: [24, 6], usual: [28, 6], wide: [64, 6]},
  prediction: {narrow: [24, 11], usual: [50, 11], wide: [90, 11]},
  lights: {narrow: [28, 4], usual: [50, 3], wide: [64, 2]},
  verdict: {narrow: [24, 3], usual: [28, 6], wide: [56, 6]},
  matrix: {narrow: [43, 12], usual: [50, 12], wide: [68, 30]},
  mistakes: {narrow: [24, 6], usual: [50, 9], wide: [72, 47]},
  picture: {narrow: [14, 8], usual: [28, 15], wide: [57, 15]},
  unit: {narrow: [30, 12], usual: [50, 10], wide: [57, 12]},
  tiles: {narrow: [24, 6], usual: [50, 11], wide: [141, 47]},
  chart: {narrow: [38, 7], usual: [50, 10], wide: [90, 20]},
  wall: {narrow: [64, 13], usual: [70, 13], wide: [90, 16]},
  map: {narrow: [24, 9], usual: [50, 21], wide: [90, 30]},
  confusion: {narrow: [52, 12], usual: [62, 13], wide: [90, 13]},
  canvas: {narrow: [14, 8], usual: [28, 15], wide: [56, 29]},
  sees: {narrow: [24, 8], usual: [50, 8], wide: [62, 15]},
  flips: {narrow: [24, 2], usual: [50, 2], wide: [62, 2]},
  form: {narrow: [24, 5], usual: [28, 20], wide: [28, 22]},
  race: {narrow: [24, 6], usual: [50, 20], wide: [170, 30]},
};
