import { dmnTck } from './dmnTck.ts';
import { reports } from './reports.ts';
import type { Suite } from './suite.ts';

export const suites: Readonly<Record<string, Suite>> = { 'dmn-tck': dmnTck, reports };
