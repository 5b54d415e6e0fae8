import {signalCodes} from '../exit-codes.js';

/** Hears of every signal that asks the program to end, with its exit code; returns what makes it deaf again. */
export function hearSignals(hear: (exitCode: number) => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => hear(signalCodes[signal as keyof typeof signalCodes]);
  for (const signal of Object.keys(signalCodes)) process.on(signal, onSignal);
  return () => {
    for (const signal of Object.keys(signalCodes)) process.off(signal, onSignal);
  };
}
