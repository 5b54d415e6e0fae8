import {worded} from '../../dataset/dataset.js';
import type {State} from '../../state/state.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {panels, explain as words} from '../../words/explain.js';
import {overlayTexts} from '../../words/explain-overlays.js';
import {fill} from '../../words/fill.js';
import {glossary, terms} from '../../words/glossary.js';
import {explained, explainValues, type Sentence} from '../explain-values.js';
import type {Overlay} from '../overlay.js';
import type {PanelName} from '../panel.js';
import {placesOf} from '../views.js';

/** The widest that a text is still easy to read. */
const widest = 80;

/** The keys that put something over the panels, in the order of the table of keys. */
export const overlayKeys: readonly (readonly [key: string, name: keyof typeof overlayTexts])[] = [
  ['w', 'why'],
  ['i', 'numbers'],
  ['j', 'changes'],
  ['k', 'nearest'],
  ['v', 'advice'],
  ['m', 'summary'],
  ['u', 'quiz'],
];

const overlayEntries: readonly (readonly [key: string, text: Sentence])[] = overlayKeys.map(([key, name]) => [
  key,
  overlayTexts[name],
]);

const wordEntries: readonly (readonly [word: string, text: Sentence])[] = Object.entries<Sentence>(glossary).map(
  ([name, text]) => [terms[name as keyof typeof terms], text],
);

/** What a screen reader is told of: there are no panels for it, but what it hears is what these show. */
const spoken: readonly PanelName[] = ['digit', 'prediction', 'training', 'chart'];

/** What the panels that are on the screen show, what keys show over them, and the field's words. */
export const explainOverlay: Overlay = {
  title: words.title,
  isRead: true,
  draw(state, {columns}, theme) {
    const width = Math.min(columns, widest);
    return [
      ...heading(words.panels, width, theme),
      ...shownPanels(state).flatMap(name => panelLines(state, name, width, theme)),
      ...heading(words.overlays, width, theme),
      ...entries(state, overlayEntries, width, theme),
      ...heading(words.glossary, width, theme),
      ...entries(state, wordEntries, width, theme),
    ];
  },
};

/** The panels that there is room for in the view, each once, in their order. */
export const shownPanels = (state: State): readonly PanelName[] => [
  ...new Set(placesOf(state).map(({panel}) => panel.name)),
];

/** The sentences of a panel, and then what is often thought of it, as paragraphs with their numbers. */
export function panelParagraphs(state: State, name: PanelName): readonly string[] {
  const values = explainValues(state);
  const {says, thought}: {readonly says: readonly Sentence[]; readonly thought: readonly Sentence[]} = panels[name];
  const known = (sentences: readonly Sentence[]): string[] =>
    sentences.flatMap(sentence => explained(state, sentence, values) ?? []);
  const data = state.session.data[state.choice.split];
  return [known(says).join(' '), ...known(thought)].map(text => worded(text, data));
}

/** The same in lines, for a screen reader. */
export function explainLines(state: State): string[] {
  return [
    ...spoken.flatMap(name => [panels[name].title, ...panelParagraphs(state, name)]),
    ...entryTexts(state, [...overlayEntries, ...wordEntries]).map(([, text]) => text),
  ];
}

function panelLines(state: State, name: PanelName, width: number, theme: Theme): string[] {
  const title = worded(panels[name].title, state.session.data[state.choice.split]);
  const paragraphs = panelParagraphs(state, name).flatMap(text => wrap(text, width));
  return [...wrap(title, width).map(line => theme.paint('accent', line)), ...paragraphs, ''];
}

const heading = (text: string, width: number, theme: Theme): string[] => [
  ...wrap(text, width).map(line => theme.paint('title', line)),
  '',
];

/** Words with their texts; a text that names what is not known yet is left out. */
function entryTexts(state: State, texts: readonly (readonly [word: string, text: Sentence])[]): [string, string][] {
  const values = explainValues(state);
  const data = state.session.data[state.choice.split];
  return texts.flatMap(([word, sentence]) => {
    const text = explained(state, sentence, values);
    return text === undefined ? [] : [[word, fill(words.entry, {word, text: worded(text, data)})]];
  });
}

function entries(
  state: State,
  texts: readonly (readonly [word: string, text: Sentence])[],
  width: number,
  theme: Theme,
): string[] {
  const paint = (word: string, line: string): string => `${theme.paint('accent', word)}${line.slice(word.length)}`;
  return entryTexts(state, texts).flatMap(([word, text]) => {
    const [first = '', ...rest] = wrap(text, width);
    return [paint(word, first), ...rest, ''];
  });
}
