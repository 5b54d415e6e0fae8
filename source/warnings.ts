/**
 * Takes the warnings of Node in this thread, which would go past its streams to the terminal; none where they are turned
 * off.
 * @returns what brings back the usual way
 */
export function divertWarnings(take: (text: string) => void): () => void {
  const usual = process.listeners('warning');
  if (usual.length === 0) return () => {};
  const onWarning = ({name, message}: Error): void => take(`${name}: ${message}`);
  process.removeAllListeners('warning');
  process.on('warning', onWarning);
  return () => {
    process.off('warning', onWarning);
    for (const listener of usual) process.on('warning', listener);
  };
}
