import {Box, Text} from 'ink';
import {memo, type ReactElement} from 'react';
import {crop} from '../text/crop.js';

const Line = memo(function Line({text}: {readonly text: string}): ReactElement {
  return <Text>{text}</Text>;
});

/**
 * Lines of text of a fixed width; missing ones are left blank, so that panels keep their places. They are cut here and
 * not by Ink, which takes the most of a frame's time to cut text with colours, and marks the cut with a character that
 * is not ASCII.
 */
export function Lines({
  lines,
  width,
  height,
}: {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}): ReactElement {
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {Array.from({length: height}, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <Line key={row} text={crop(lines[row] || ' ', width)} />
      ))}
    </Box>
  );
}
