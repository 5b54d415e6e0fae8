import Spinner from 'ink-spinner';
import type {ReactElement} from 'react';
import type {RunState} from '../../state/run-state.js';
import type {Theme} from '../../text/theme.js';
import {useSeconds} from '../hooks/use-seconds.js';
import {Line} from './panel.js';

/** The first line: the program, the dataset, the engine and its device; a spinner while something loads. */
export function Header({state, theme}: {readonly state: RunState; readonly theme: Theme}): ReactElement {
  const {about, seed} = state;
  const waitingFor = about === undefined ? (state.preparing ?? 'loading the dataset') : state.preparing;
  const seconds = useSeconds(waitingFor !== undefined);
  const name = theme.paint('inverse', ' mnist-tui ');
  if (about !== undefined && waitingFor === undefined) {
    const place = `${about.dataset.name}  ${about.engine} on ${about.device}`;
    return <Line>{`${name} ${place}  ${theme.paint('dim', `seed ${seed}`)}`}</Line>;
  }
  return (
    <Line>
      {name} <Spinner type={theme.unicode ? 'dots' : 'line'} /> {waitingFor}
      {seconds > 0 ? `, ${seconds} s` : ''}
    </Line>
  );
}
