import {describe} from 'node:test';
import {checkRandomInput} from '../helpers/input-fuzz.js';

describe('much random input', () => checkRandomInput(50_000));
