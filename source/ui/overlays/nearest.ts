import {digit} from '../../dataset/dataset.js';
import {atOnce, type Neighbour, nearestByPixels, squaredNorms} from '../../network/nearest.js';
import {hiddenNeighbours, majorityOf, nearestCount, pixelNeighbours, seek} from '../../state/nearest.js';
import {chosenDigit, chosenSubject, isBlank, labelName, prediction} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {gallery, type Picture} from '../../text/gallery.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {nearest as words} from '../../words/digits.js';
import {drawing as drawingWords} from '../../words/drawing.js';
import {fill} from '../../words/fill.js';
import type {Overlay} from '../overlay.js';
import type {Size} from '../panel.js';

/** The least and the greatest picture, in lines; a line is as high as two columns are wide. */
const [least, most] = [2, 9];

/** The train digits that are nearest to the chosen one: by their pixels, and by what the network makes of them. */
export const nearestOverlay: Overlay = {
  title: words.title,
  isRead: false,
  draw(state, size, theme) {
    const {train} = state.session.data;
    const [pixels, hidden] = [pixelNeighbours(state), hiddenNeighbours(state)];
    const {columns} = size;
    const above = [
      ...wrap(chosenText(state), columns),
      ...wrap(sentence(state, pixels, hidden?.neighbours) ?? words.seeking, columns).map(line =>
        theme.paint('title', line),
      ),
    ];
    const room = {columns, lines: Math.floor((size.lines - above.length) / 2) - 1};
    const row = (title: string, neighbours: readonly Neighbour[] | undefined): string[] => [
      theme.paint('dim', title),
      ...(neighbours === undefined ? [words.seeking] : pictures(state, neighbours, room, theme)),
    ];
    return [
      ...above,
      ...row(fill(words.pixels, {count: count(train?.count ?? 0)}), pixels),
      ...row(fill(words.hidden, {count: count(hidden?.of ?? 0)}), hidden?.neighbours),
    ];
  },
};

/** A row of pictures, the digit itself and its neighbours with their labels; the labels alone where there is no room. */
function pictures(state: State, neighbours: readonly Neighbour[], {columns, lines}: Size, theme: Theme): string[] {
  const {train} = state.session.data;
  const chosen = chosenDigit(state);
  if (train === undefined || chosen === undefined) return [];
  if (lines <= least) {
    const labels = neighbours.map(({index}) => train.labels[index] ?? 0);
    return [fit([labels.map(label => labelName(state, label)).join(', '), labels.join(', ')], columns)];
  }
  const high = Math.min(most, lines - 1);
  const size = {lines: high, columns: Math.min(2 * high, Math.floor((columns + 1) / (nearestCount + 1)) - 1)};
  const caption = chosen.label === undefined ? words.drawing : labelName(state, chosen.label);
  const own: Picture = {pixels: chosen.pixels, caption, role: 'accent'};
  const others = neighbours.map(({index}): Picture => {
    const label = train.labels[index] ?? 0;
    const captionOf = (name: string): string => fill(words.caption, {label: name, index});
    const caption = fit([captionOf(labelName(state, label)), captionOf(String(label)), String(label)], size.columns);
    return {pixels: digit(train, index), caption, role: 'title'};
  });
  return gallery([own, ...others], columns, high + 1, size, theme);
}

function chosenText(state: State): string {
  if (chosenDigit(state) === undefined) return isBlank(state) ? drawingWords.nothing : words.seeking;
  const subject = chosenSubject(state);
  const answer = state.choice.predicting ? prediction(state)?.answer : undefined;
  if (answer === undefined) return subject;
  return fill(words.chosen, {subject, answer: labelName(state, answer)});
}

/** What most of the neighbours say, by pixels and inside the network; undefined while some are not there. */
function sentence(
  state: State,
  pixels: readonly Neighbour[] | undefined,
  hidden: readonly Neighbour[] | undefined,
): string | undefined {
  const labels = state.session.data.train?.labels;
  const [one, other] = [pixels, hidden].map(each => majorityOf(each?.map(({index}) => labels?.[index] ?? 0) ?? []));
  if (one === undefined || other === undefined) return undefined;
  const [pixelLabel, hiddenLabel] = [labelName(state, one.label), labelName(state, other.label)];
  const counts = {pixels: one.count, hidden: other.count, of: pixels?.length ?? 0};
  if (one.label === other.label) return fill(words.agree, {...counts, label: pixelLabel});
  return fill(words.disagree, {...counts, pixelLabel, hiddenLabel});
}

/** The same for a screen reader, which waits for it. */
export function nearestLines(state: State): string[] {
  const sought = seek(state);
  const hidden = hiddenNeighbours(state);
  if (sought === undefined || hidden === undefined) return [words.seeking];
  const {pixels, images, self} = sought;
  const norms = atOnce(squaredNorms(images));
  const found = atOnce(nearestByPixels(pixels, images, norms, nearestCount, self));
  return [chosenText(state), sentence(state, found, hidden.neighbours) ?? words.seeking];
}
