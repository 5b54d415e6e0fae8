// Where everything lies in the kernels' memory. The host sets the variables before it calls a kernel.

/** Hidden units, and the panels of 32 that they fill. */
export let units: i32 = 0;
export let panels: i32 = 0;
/** Bytes from one panel of images to the next: images that there is room for × 128. */
export let imagePanel: usize = 0;
/** Hidden weights, [panel][pixel][32], and Adam's two moments in the same shape. */
export let hiddenWeight: usize = 0;
export let hiddenWeightFirst: usize = 0;
export let hiddenWeightSecond: usize = 0;
/** Hidden biases, one value a unit, and their moments. */
export let hiddenBias: usize = 0;
export let hiddenBiasFirst: usize = 0;
export let hiddenBiasSecond: usize = 0;
/** Output weights: for each hidden unit 12 values (10 and padding), and their moments. */
export let outputWeight: usize = 0;
export let outputWeightFirst: usize = 0;
export let outputWeightSecond: usize = 0;
/** Output biases, 12 values, and their moments. */
export let outputBias: usize = 0;
export let outputBiasFirst: usize = 0;
export let outputBiasSecond: usize = 0;
/** The output weights once more as 10 rows of hidden units, for the way back. */
export let outputWeightRows: usize = 0;
/** Of each image of the batch: hidden activations and their gradient, [panel][image][32]. */
export let hidden: usize = 0;
export let hiddenGradient: usize = 0;
/** What each panel adds to each image's scores, [panel][image][12]. */
export let partialScores: usize = 0;
/** Of each image of the batch: scores, later their gradient, 12 values. Each part has its own copy in training. */
export let scores: usize = 0;
/** Of each image of the batch: its own loss, or the sum of its ten squared errors. Each part has its own copy. */
export let imageLosses: usize = 0;
/** Whether a pixel was ever lit (u8). */
export let everLit: usize = 0;
/**
 * The batch's lit pixels regrouped by pixel. With one share every part has buckets of its own for all images; with more,
 * there are as many as parts, and each part fills the buckets of its share of the images, which all parts read.
 */
export let bucketShares: i32 = 1;
/** Of each share and pixel: a bucket with a slot for each of its images that have the pixel lit, and where it ends. */
export let buckets: usize = 0;
export let bucketEnds: usize = 0;
/** Bytes from one bucket to the next; a slot is a u32 like an entry: place of the image in its panel, brightness. */
export let bucketBytes: usize = 0;
/** Image indices: of all batches of a call of train, or of the images that are being scored (u32). */
export let order: usize = 0;
/** Of each step of a call of train: its rate and Adam's epsilon (two floats), and the loss (a float). */
export let rates: usize = 0;
export let losses: usize = 0;
/** The train images' lists of entries and their labels (u8). */
export let trainStarts: usize = 0;
export let trainEntries: usize = 0;
export let trainLabels: usize = 0;
/** Images that there is room for in the batch's arrays. */
export let capacity: i32 = 0;

/** Which function hidden units, the loss and the update have: places in the host's lists of names. */
export let activation: i32 = 0;
export let loss: i32 = 0;
export let optimizer: i32 = 0;

export const RELU: i32 = 0;
export const SIGMOID: i32 = 1;
export const SQUARES: i32 = 0;
export const ADAM: i32 = 0;
export const MOMENTUM: i32 = 1;

/** Fixed places below everything else; constants, so that they cost no instruction. 256 floats: pixel value / 255. */
export const brightness: usize = 0;
/** Grows by one for each call that the host starts on the other threads. */
export const generation: usize = 1152;
/** What such a call is told (u32 each): which function, parts, its arguments, then the addresses above. */
export const call: usize = 1536;
/** The barrier: parts that have arrived, and how often it has opened. Each has a cache line of its own. */
export const arrived: usize = 1216;
export const opened: usize = 1280;
/** Of each part, on a cache line of its own: how many of its share of tasks are taken, and what fetchLists returned. */
export const taken: usize = 2048;
export const fetched: usize = 2052;
/** A row of zeros, and of each part a row that it adds up in. */
export const zeros: usize = 4096;
export const rowSums: usize = 4224;
/** For each of the 16 ways in which four lanes can be lit: the bytes of those that are, as i8x16.swizzle wants them. */
export const litFirst: usize = 8320;

export const PIXELS: i32 = 784;
/** Hidden units of one panel, and their bytes. */
export const UNITS: usize = 32;
export const ROW: usize = 128;
/** Bytes of one panel of weights. */
export const PANEL: usize = 784 * 128;
/** Bytes of one image's scores. */
export const SCORES: usize = 48;
