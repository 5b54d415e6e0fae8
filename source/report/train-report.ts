import {printable} from '../errors.js';
import {outputSize} from '../network/architecture.js';
import type {Advice} from '../state/adviser/advice.js';
import {plainAdviceLine, sentenceOf} from '../text/advice.js';
import {counted, loss, percentOf} from '../text/format.js';
import type {Status, TrainingEvent} from '../training/protocol.js';
import {runOptions} from '../training/run-options.js';

/** Turns the events of a training into text; each line is given without its line feed. */
export type TrainReport = {
  /** Lines for standard output. */
  lines(event: TrainingEvent): string[];
  /** The same of what the adviser noticed, the most severe first. */
  advice(advice: readonly Advice[]): string[];
  /** What a user who watches may see on the current line until the next line: `Step 3, 58%`. */
  status(event: TrainingEvent): string | undefined;
};

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** The tutorial's text: a line an epoch. */
export function plainTrainReport(): TrainReport {
  let about: Status | undefined;
  let started: EventOf<'start'> | undefined;
  return {
    lines(event) {
      switch (event.type) {
        case 'status':
          about = event;
          return [];
        case 'start':
          started = event;
          return [];
        case 'opened':
          return [
            ...(event.resumed
              ? [`Going on with ${printable(event.resumed.file)} after ${counted(event.resumed.epochs, 'epoch')}`]
              : []),
            ...(about === undefined ? [] : [openingLine(about)]),
          ];
        case 'epoch':
          return [
            `Step ${event.epoch}, loss: ${loss(event.loss)}, loss_test: ${loss(event.testLoss)}, accuracy: ${event.accuracy.toFixed(4)}`,
          ];
        case 'end':
          return [
            started !== undefined && isOver(started) ? finished(event, started) : endings[event.reason],
            ...(event.learned || event.epochs === 0 ? [] : ['It has learned nothing: guessing is as good']),
            ...(event.model === undefined ? [] : [`Weights saved: ${printable(event.model)}`]),
          ];
        case 'split-loaded':
        case 'network':
        case 'moment':
        case 'progress':
        case 'not-finite':
        case 'saved':
        case 'warning':
        case 'failed':
          return [];
      }
    },
    advice: advice => advice.slice(0, mostAdvice).map(plainAdviceLine),
    status: event =>
      event.type === 'progress' ? `Step ${event.epoch}, ${percentOf(event.step, event.steps)}%` : undefined,
  };
}

function openingLine({settings: {hidden, seed}, dataset, engine}: Status): string {
  const place = `${engine?.name} on ${printable(engine?.device ?? '')}`;
  return `Training ${counted(hidden, 'hidden unit')} on ${printable(dataset?.name ?? '')}, ${place}, seed ${seed}`;
}

const endings = {
  'early-stop': "Early stop: the last test batch's loss is below 0.015",
  epochs: 'All epochs done',
  stopped: 'Stopped',
  diverged: 'The loss ran away; the weights from before this epoch are kept; try a lower --learning-rate',
} as const;

/** Whether a stretch has nothing to train, since its run has come to its end before. */
const isOver = ({firstEpoch, lastEpoch}: EventOf<'start'>): boolean => lastEpoch < firstEpoch;

/** That a run was finished before, and how it can be trained on all the same. */
function finished({reason, epochs}: EventOf<'end'>, options: EventOf<'start'>): string {
  const isStopped = reason === 'early-stop';
  const why = isStopped ? `the early stop ended it after epoch ${epochs}` : `its ${counted(epochs, 'epoch')} are done`;
  const more = epochs >= options.epochs ? [`--epochs ${epochs + 1} or more`] : [];
  const way = [...(isStopped ? ['--no-early-stop'] : []), ...more].join(' and ');
  return `This run is finished: ${why}. Nothing was trained; --resume with ${way} trains it on`;
}

/** Of what the adviser notices at once, so much is said at most. */
const mostAdvice = 2;

/** At most so many progress objects an epoch. */
const progressParts = 10;

/** The event stream as JSON, one object a line. Progress comes at fixed steps, so that a run can be repeated exactly. */
export function jsonTrainReport(): TrainReport {
  let about: Status | undefined;
  let settings: Readonly<Record<string, unknown>> | undefined;
  let confusion: number[][] = [];
  return {
    status: () => undefined,
    advice: adviceObjects,
    lines(event) {
      switch (event.type) {
        case 'status':
          about = event;
          return [];
        case 'moment':
          if (event.found !== undefined) confusion = rowsOf(event.found.confusion);
          return [];
        case 'start': {
          const {type, run: _, stretch: __, ...options} = event;
          const {hidden, activation, seed} = about?.settings ?? {};
          const {name: engine, device} = about?.engine ?? {};
          settings = {...runOptions(event), hidden, activation, seed};
          return [JSON.stringify({type, engine, device, seed, hidden, dataset: about?.dataset, ...options, settings})];
        }
        case 'progress':
          return progressLines(event);
        case 'epoch': {
          const {run: _, ...record} = event;
          return [JSON.stringify({...record, confusion})];
        }
        case 'end': {
          const {run: _, stretch: __, step: ___, ...rest} = event;
          return [JSON.stringify({...rest, settings})];
        }
        case 'warning': {
          const {type, what, message} = event;
          return [JSON.stringify({type, what, message})];
        }
        case 'saved':
          return [JSON.stringify({type: event.type, model: event.model})];
        case 'split-loaded':
        case 'opened':
        case 'network':
        case 'not-finite':
        case 'failed':
          return [];
      }
    },
  };
}

const adviceObjects = (advice: readonly Advice[]): string[] =>
  advice.map(({rule, message, plainFix}) =>
    JSON.stringify({type: 'advice', rule, message: sentenceOf(message), fix: sentenceOf(plainFix)}),
  );

function progressLines(event: EventOf<'progress'>): string[] {
  const {type, epoch, steps, losses} = event;
  return progressSteps(event).map(step => {
    const loss = losses[losses.length - 1 - (event.step - step)];
    return JSON.stringify({type, epoch, percent: percentOf(step, steps), loss});
  });
}

/** A confusion matrix as ten rows, one for each label. */
const rowsOf = (confusion: readonly number[]): number[][] =>
  Array.from({length: outputSize}, (_, label) => confusion.slice(label * outputSize, (label + 1) * outputSize));

/** The steps among an event's batches at which a tenth of the epoch is full. */
function progressSteps({step, steps, losses}: EventOf<'progress'>): number[] {
  const marks = Array.from({length: progressParts}, (_, part) => Math.ceil(((part + 1) * steps) / progressParts));
  return [...new Set(marks)].filter(mark => mark > step - losses.length && mark <= step);
}
