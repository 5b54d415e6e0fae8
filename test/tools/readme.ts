// Writes the parts of README.md and docs/json.md that are made from the program's tables.
import {writeFileSync} from 'node:fs';
import {currentJsonDocs, jsonDocsPath} from '../helpers/json-docs.js';
import {currentReadme, readmePath} from '../helpers/readme.js';

writeFileSync(readmePath, currentReadme());
writeFileSync(jsonDocsPath, currentJsonDocs());
