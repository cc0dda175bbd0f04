import { betsy } from './betsy.ts';
import { dmnTck } from './dmnTck.ts';
import { reports } from './reports.ts';
import type { Suite } from './suite.ts';

export const suites: Readonly<Record<string, Suite>> = { betsy, 'dmn-tck': dmnTck, reports };
