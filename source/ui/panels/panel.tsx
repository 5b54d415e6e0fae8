import {Box, Text} from 'ink';
import type {ReactElement, ReactNode} from 'react';

/** Wider than any terminal. */
const unlimited = 1000;

/** One line, cut off at the edge of what it stands in, without Ink's ellipsis, which is not ASCII. */
export function Line({children}: {readonly children: ReactNode}): ReactElement {
  return (
    <Box height={1} flexShrink={0} overflow="hidden">
      <Box width={unlimited} flexShrink={0}>
        <Text>{children}</Text>
      </Box>
    </Box>
  );
}

/** Lines of text of a fixed width; missing ones are left blank, so that panels keep their places. */
export function Panel({
  lines,
  width,
  height,
}: {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}): ReactElement {
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
      {Array.from({length: height}, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <Line key={row}>{lines[row] || ' '}</Line>
      ))}
    </Box>
  );
}
