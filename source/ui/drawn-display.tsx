import {type Instance, render} from 'ink';
import type {ReactElement} from 'react';
import type {Store} from '../state/store.js';
import {BackgroundQuestion, canBeAsked} from '../terminal/background.js';
import type {Screen} from '../terminal/screen.js';
import type {Background} from '../text/paint.js';
import {createTheme, type Theme} from '../text/theme.js';
import {App} from './app.js';
import type {Display} from './display.js';

/**
 * The dashboard as a screen of panels.
 * @param color false turns colours off whatever the terminal can
 * @param background what colours are for; `auto` asks the terminal, and goes on as usual until it answers
 */
export function drawnDisplay(
  store: Store,
  {color, theme: background}: {color: boolean; theme: Background | 'auto'},
): Display {
  const themeOn = (on?: Background): Theme => createTheme(process.stdout, process.env, process.platform, color, on);
  const drawn = (theme: Theme): ReactElement => <App store={store} theme={theme} />;
  const question = new BackgroundQuestion(answer => ink?.rerender(drawn(themeOn(answer))));
  let ink: Instance | undefined;
  return {
    takes: () => false,
    open(terminal) {
      const theme = themeOn(background === 'auto' ? undefined : background);
      if (background === 'auto' && theme.greys > 0 && canBeAsked(process.env)) question.ask(terminal);
      ink = renderOn(terminal.screen, drawn(theme));
    },
    clear() {},
    hear: answer => question.hear(answer),
    settled: () => question.settled(),
    end() {
      ink?.unmount();
      // An answer that comes now changes nothing any more.
      ink = undefined;
    },
  };
}

/** Lets Ink render into the screen. It reads standard input only for its own hooks, which nothing here uses. */
function renderOn(screen: Screen, app: ReactElement): Instance {
  return render(app, {
    // In debug mode Ink writes whole frames and nothing else, which is all that Screen takes.
    stdout: screen as unknown as NodeJS.WriteStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
}
