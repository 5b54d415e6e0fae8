import {Box} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import type {State} from '../state/state.js';
import type {Store} from '../state/store.js';
import type {Theme} from '../text/theme.js';
import {fill} from '../words/fill.js';
import {screen as words} from '../words/screen.js';
import {gap, type Place, smallest} from './layout.js';
import {Lines} from './lines.js';
import {footer} from './panels/footer.js';
import {Header} from './panels/header.js';
import {overlayPanel} from './panels/overlay-panel.js';
import {layoutOf} from './views.js';

type Shown = {readonly state: State; readonly theme: Theme};

/** The dashboard: what the store shows. */
export function App({store, theme}: {readonly store: Store; readonly theme: Theme}): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.shown);
  const {columns, overlay} = state.screen;
  const laidOut = layoutOf(state);
  if (laidOut === undefined) {
    const needs = fill(words.tooSmall, {columns: smallest.columns, rows: smallest.lines});
    return <Lines lines={[needs]} width={columns} height={1} />;
  }
  const {lines, places} = laidOut;
  const foot = footer(state, columns, theme);
  const height = lines - 1 - foot.length;
  return (
    <Box flexDirection="column" width={columns} height={lines}>
      <Header state={state} theme={theme} />
      {overlay === 'none' ? (
        <Panels state={state} theme={theme} places={places} height={height} />
      ) : (
        <Lines lines={overlayPanel(state, overlay, columns, height, theme)} width={columns} height={height} />
      )}
      <Lines lines={foot} width={columns} height={foot.length} />
    </Box>
  );
}

/** The panels; where the footer needs more than its line, it covers their last. */
function Panels({
  state,
  theme,
  places,
  height,
}: Shown & {readonly places: readonly Place[]; readonly height: number}): ReactElement {
  const columns = (['left', 'right', 'far'] as const)
    .map(name => places.filter(({column}) => column === name))
    .flatMap(stack => (stack[0] === undefined ? [] : [{left: stack[0].left, width: stack[0].size.columns, stack}]));
  return (
    <Box height={height} flexShrink={0} columnGap={gap} overflowY="hidden">
      {columns.map(({left, width, stack}) => (
        <Box key={left} flexDirection="column" width={width}>
          {stack.map(({panel, size}) => (
            <Lines key={panel.name} lines={panel.draw(state, size, theme)} width={size.columns} height={size.lines} />
          ))}
        </Box>
      ))}
    </Box>
  );
}
