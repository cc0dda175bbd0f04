export { runBetsy, type BetsyResult, type InvalidModel, type RunTest } from './runBetsy.ts';
