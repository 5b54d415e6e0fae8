import * as english from './en/explain-overlays.js';
import {inLanguage} from './language.js';

/** What each thing shows that a key puts over the panels. */
export const {overlayTexts} = inLanguage('explainOverlays', english);
