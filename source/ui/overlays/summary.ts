import {openRun} from '../../state/runs.js';
import {modelSummary} from '../../text/summary.js';
import {screen as words} from '../../words/screen.js';
import type {Overlay} from '../overlay.js';

/** The model summary. */
export const summaryOverlay: Overlay = {
  title: words.overlays.summary,
  isRead: true,
  draw({runs}, {columns}) {
    const {hidden, activation} = openRun(runs);
    return modelSummary(hidden, columns, activation);
  },
};
