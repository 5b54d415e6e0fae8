import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import type {ReactElement} from 'react';
import {printable} from '../../errors.js';
import {openRun} from '../../state/runs.js';
import {fasterEngine} from '../../state/session.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {enginePlace, waitText} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {fill} from '../../words/fill.js';
import {waits, screen as words} from '../../words/screen.js';
import {useSeconds} from '../hooks/use-seconds.js';
import {headText} from './tabs.js';

/** Columns of the spinner, with the blanks around it. */
const spinnerColumns = 3;

/** Wider than any terminal. */
const unlimited = 1000;

/** The first line: the program, its views, the dataset, the engine and its device; a spinner while something loads. */
export function Header({state, theme}: {readonly state: State; readonly theme: Theme}): ReactElement {
  const {engine, dataset, waitsFor} = state.session.status;
  const head = headText(state, theme);
  const about = engine && dataset && aboutText(state, dataset.name, engine, head.width, theme);
  const what = waitsFor ? waitText(waitsFor) : about === undefined ? waits.dataset : undefined;
  const seconds = useSeconds(what !== undefined);
  return (
    // The names of files and devices can have characters of any width, so Ink cuts this line.
    <Box height={1} flexShrink={0} overflow="hidden">
      <Box width={unlimited} flexShrink={0}>
        {what === undefined ? (
          <Text>{`${head.text}${about}`}</Text>
        ) : (
          <Text>
            {head.text} <Spinner type={theme.unicode ? 'dots' : 'line'} />{' '}
            {waitingText(what, seconds, state.screen.columns - head.width - spinnerColumns)}
          </Text>
        )}
      </Box>
    </Box>
  );
}

/** What takes its time, and for how long where there is room; in whole words. */
export function waitingText(what: string, seconds: number, room: number): string {
  if (seconds > 0) return fit([fill(words.waiting, {what, seconds}), waitingText(what, 0, room)], room);
  return wrap(what, Math.max(1, room))[0] ?? '';
}

/** The dataset, what computes, and the seed behind their blanks: whole parts, as many as fit. */
export function aboutText(
  {runs, screen, session}: State,
  dataset: string,
  {name, device, threads}: NonNullable<State['session']['status']['engine']>,
  used: number,
  theme: Theme,
): string {
  const data = printable(dataset);
  const seed = fill(words.seed, {seed: openRun(runs).seed});
  const room = screen.columns - used - 2;
  const where = enginePlace(name, device);
  const engine = fasterEngine(session.status);
  const faster = engine === undefined ? [] : [fill(words.faster, {engine})];
  const lists = [
    [data, enginePlace(name, device, threads), ...faster, seed],
    [data, where, ...faster, seed],
    [data, where, ...faster],
    [data, where],
    [where],
    [data, name],
    [name],
    [data],
  ];
  const parts = lists.find(each => each.join('  ').length <= room) ?? [];
  // The longest engine's name needs one of the two blanks before it, beside all views at 80 columns.
  if (parts[0] === data && name.length === room + 1) return ` ${name}`;
  const about = parts.map(part => (part === seed ? theme.paint('dim', part) : part)).join('  ');
  return `  ${about}`;
}
