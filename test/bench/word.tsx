// The smallest Ink program: what the dashboard's start is compared with.
import {render, Text} from 'ink';

render(<Text>word</Text>);
