import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import type {ReactElement} from 'react';
import {printable} from '../../errors.js';
import {openRun} from '../../state/runs.js';
import type {State} from '../../state/state.js';
import {enginePlace} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {unitNames} from '../../text/unit-names.js';
import {screen as words} from '../../words/en/screen.js';
import {fill} from '../../words/fill.js';
import {useSeconds} from '../hooks/use-seconds.js';

/** Wider than any terminal. */
const unlimited = 1000;

/** The first line: the program, the dataset, the engine and its device; a spinner while something loads. */
export function Header({state, theme}: {readonly state: State; readonly theme: Theme}): ReactElement {
  const {engine, dataset, waitsFor} = state.session.status;
  const about =
    engine && dataset && `${printable(dataset.name)}  ${enginePlace(engine.name, engine.device, engine.threads)}`;
  const what = waitsFor ?? (about === undefined ? words.loadingDataset : undefined);
  const seconds = useSeconds(what !== undefined);
  const {off} = state.units;
  const without = off.length === 0 ? '' : `  ${theme.paint('notice', fill(words.off, {units: unitNames(off)}))} `;
  const name = `${theme.paint('inverse', ' mnist-tui ')}${without}`;
  return (
    // The names of files and devices can have characters of any width, so Ink cuts this line.
    <Box height={1} flexShrink={0} overflow="hidden">
      <Box width={unlimited} flexShrink={0}>
        {what === undefined ? (
          <Text>{`${name} ${about}  ${theme.paint('dim', fill(words.seed, {seed: openRun(state.runs).seed}))}`}</Text>
        ) : (
          <Text>
            {name} <Spinner type={theme.unicode ? 'dots' : 'line'} />{' '}
            {seconds > 0 ? fill(words.waiting, {what, seconds}) : what}
          </Text>
        )}
      </Box>
    </Box>
  );
}
