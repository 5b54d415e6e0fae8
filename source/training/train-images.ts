import type {AugmentedImages} from '../dataset/augment/augmented-images.js';
import type {SplitData} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';

/** What epochs are trained on, and which of it each engine has. */
export class TrainImages {
  private augmented: AugmentedImages | undefined;
  /** What engines have that were given other images than they were loaded with; undefined: a part of them. */
  private readonly given = new WeakMap<Engine, Uint8Array | undefined>();
  private readonly labels = new WeakMap<Engine, Uint8Array>();

  /** @param train what the engines are loaded with */
  constructor(private readonly train: SplitData) {}

  /** The dataset's own images. */
  get own(): Uint8Array {
    return this.train.images;
  }

  /**
   * The images of an epoch as they are changed for it.
   * @param ahead whether the next epoch follows
   */
  async changed(seed: number, epoch: number, ahead: boolean): Promise<Uint8Array> {
    const {AugmentedImages} = await import('../dataset/augment/augmented-images.js');
    this.augmented ??= new AugmentedImages(this.own);
    return this.augmented.of(seed, epoch, ahead);
  }

  /** Sees to it that an engine trains on these images with these labels. */
  async give(engine: Engine, images: Uint8Array, labels: Uint8Array): Promise<void> {
    if ((this.labels.get(engine) ?? this.train.labels) !== labels) {
      await engine.setTrainLabels(labels);
      this.labels.set(engine, labels);
    }
    const present = this.given.has(engine) ? this.given.get(engine) : this.own;
    if (present === images) return;
    this.given.set(engine, undefined);
    await engine.setTrainImages(images);
    this.given.set(engine, images);
  }

  /** Ends what makes them. */
  async end(): Promise<void> {
    await this.augmented?.end();
  }
}
