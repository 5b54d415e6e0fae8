#!/usr/bin/env node
// Begins the program. What takes longest comes first: `train`'s thread starts while the rest is read.
import process from 'node:process';
import {rememberInvocation} from './invocation.js';

// React keeps a record of every render unless it is told that this is no development.
process.env.NODE_ENV ??= 'production';
// Node lets FORCE_COLOR win, and warns of it on the screen.
if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
rememberInvocation(process.env, process.argv[1]);

const thread = process.argv[2] === 'train' ? (await import('./training/client.js')).startThread() : undefined;
const {main} = await import('./main.js');
await main(thread);
