import Spinner from 'ink-spinner';
import type {ReactElement} from 'react';
import type {RunState} from '../../state/run-state.js';
import type {Theme} from '../../text/theme.js';
import {Line} from './panel.js';

/** The first line: the program, the dataset, the engine and its device; a spinner while something loads. */
export function Header({state, theme}: {readonly state: RunState; readonly theme: Theme}): ReactElement {
  const {about, seed} = state;
  const name = theme.paint('inverse', ' mnist-tui ');
  return (
    <Line>
      {name}{' '}
      {about === undefined ? (
        <>
          <Spinner type={theme.unicode ? 'dots' : 'line'} /> loading the dataset
        </>
      ) : (
        `${about.dataset.name}  ${about.engine} on ${about.device}  ${theme.paint('dim', `seed ${seed}`)}`
      )}
    </Line>
  );
}
