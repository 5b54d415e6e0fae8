import {Box, Text} from 'ink';
import type {ReactElement} from 'react';

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
        <Text key={row} wrap="truncate">
          {lines[row] || ' '}
        </Text>
      ))}
    </Box>
  );
}
