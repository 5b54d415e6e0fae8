import {Box} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import type {RunState} from '../state/run-state.js';
import type {Store} from '../state/store.js';
import type {Theme} from '../text/theme.js';
import {type Layout, layout, smallest} from './layout.js';
import {chartPanel} from './panels/chart-panel.js';
import {confusionPanel} from './panels/confusion-panel.js';
import {digitPanel} from './panels/digit-panel.js';
import {footer} from './panels/footer.js';
import {Header} from './panels/header.js';
import {overlayPanel} from './panels/overlay-panel.js';
import {Panel} from './panels/panel.js';
import {predictionPanel} from './panels/prediction-panel.js';
import {trainingPanel} from './panels/training-panel.js';

type View = {readonly state: RunState; readonly theme: Theme};

/** The dashboard: what the store shows. */
export function App({store, theme}: {readonly store: Store; readonly theme: Theme}): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.shown);
  const places = layout(state.columns, state.rows);
  if (places === undefined) {
    return (
      <Panel
        lines={[`needs ${smallest.columns} columns, ${smallest.rows} rows; q quits`]}
        width={state.columns}
        height={1}
      />
    );
  }
  const {columns, lines} = places;
  const foot = footer(state, columns, theme);
  const height = lines - 1 - foot.length;
  return (
    <Box flexDirection="column" width={columns} height={lines}>
      <Header state={state} theme={theme} />
      {state.overlay === 'none' ? (
        <Panels state={state} theme={theme} places={places} height={height} />
      ) : (
        <Panel lines={overlayPanel(state, columns, height, theme)} width={columns} height={height} />
      )}
      <Panel lines={foot} width={columns} height={foot.length} />
    </Box>
  );
}

/** The panels; where the footer needs more than its line, it covers their last. */
function Panels({state, theme, places, height}: View & {readonly places: Layout; height: number}): ReactElement {
  const {digit, training, right, prediction, chart, confusion} = places;
  const trainingWidth = training.onRight ? right : digit.width;
  const trainingBox = (
    <Panel
      lines={trainingPanel(state, trainingWidth, training.lines, theme)}
      width={trainingWidth}
      height={training.lines}
    />
  );
  return (
    <Box height={height} flexShrink={0} columnGap={2} overflowY="hidden">
      <Box flexDirection="column" width={digit.width}>
        <Panel lines={digitPanel(state, places, theme)} width={digit.width} height={digit.lines} />
        {training.onRight ? null : trainingBox}
      </Box>
      <Box flexDirection="column" width={right}>
        {training.onRight ? trainingBox : null}
        {prediction === undefined ? null : (
          <Panel lines={predictionPanel(state, right, prediction, theme)} width={right} height={prediction} />
        )}
        {chart === undefined ? null : (
          <Panel lines={chartPanel(state, right, chart, theme)} width={right} height={chart} />
        )}
        {confusion === undefined ? null : (
          <Panel lines={confusionPanel(state, right, theme)} width={right} height={confusion} />
        )}
      </Box>
    </Box>
  );
}
