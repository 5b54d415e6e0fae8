import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import type {ReactElement} from 'react';
import {printable} from '../../errors.js';
import type {RunState} from '../../state/run-state.js';
import {enginePlace} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {useSeconds} from '../hooks/use-seconds.js';

/** Wider than any terminal. */
const unlimited = 1000;

/** The first line: the program, the dataset, the engine and its device; a spinner while something loads. */
export function Header({state, theme}: {readonly state: RunState; readonly theme: Theme}): ReactElement {
  const {about, seed} = state;
  const waitingFor = about === undefined ? (state.preparing ?? 'loading the dataset') : state.preparing;
  const seconds = useSeconds(waitingFor !== undefined);
  const name = theme.paint('inverse', ' mnist-tui ');
  const place = about && `${printable(about.dataset.name)}  ${enginePlace(about.engine, about.device, about.threads)}`;
  return (
    // The names of files and devices can have characters of any width, so Ink cuts this line.
    <Box height={1} flexShrink={0} overflow="hidden">
      <Box width={unlimited} flexShrink={0}>
        {waitingFor === undefined ? (
          <Text>{`${name} ${place}  ${theme.paint('dim', `seed ${seed}`)}`}</Text>
        ) : (
          <Text>
            {name} <Spinner type={theme.unicode ? 'dots' : 'line'} /> {waitingFor}
            {seconds > 0 ? `, ${seconds} s` : ''}
          </Text>
        )}
      </Box>
    </Box>
  );
}
