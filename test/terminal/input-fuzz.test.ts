import {describe} from 'node:test';
import {checkRandomInput} from '../helpers/input-fuzz.js';

describe('random input', () => checkRandomInput(5000));
