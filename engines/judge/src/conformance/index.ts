export { runTck, type TckFailure, type TckResult } from './runTck.ts';
