import type { App } from '@yiwang/appkit';
import type { Calendar, CalendarData } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import type { CityReport } from '@yiwang/extract';
import type { FileStore } from '@yiwang/files';
import type { Desk, HandlePorts } from '@yiwang/handle';
import type { Database } from '@yiwang/postgres';
import type { Indicator } from '@yiwang/vitals';
import type { DecisionCatalogue } from './decisions/decisionCatalogue.ts';
import type { Guard } from './access/guard.ts';
import type { Intake } from './flow/sense-to-vitals.ts';
import type { Metrics } from './http/metrics.ts';
import type { Limiters } from './http/rateLimits.ts';
import type { LiveHub } from './live/liveHub.ts';
import type { RegisterDesk } from './rules/registerDesk.ts';
import type { RuleBook } from './rules/ruleBook.ts';
import type { ReportReaders } from './reports/reportReaders.ts';
import type { ServedCity } from './servedCity.ts';

/** What the models of a city say, read and wired to the engines. */
export interface Models {
  readonly city: ServedCity;
  readonly apps: readonly App[];
  readonly indicators: readonly Indicator[];
  /** The calendar that holds now, and what it was made from. */
  readonly calendar: Calendar;
  readonly calendarData: CalendarData;
  /** The figures of the city's work reports. */
  readonly reports: readonly CityReport[];
}

/** What a route may reach. */
export interface Platform extends Models {
  readonly db: Database;
  readonly clock: Clock;
  readonly handle: HandlePorts;
  /** Where commands on cases are handed in. */
  readonly caseDesk: Desk;
  readonly intake: Intake;
  readonly files: FileStore;
  readonly readers: ReportReaders;
  readonly decisions: DecisionCatalogue;
  readonly rules: { readonly book: RuleBook; readonly desk: RegisterDesk };
  readonly access: Guard;
  readonly live: LiveHub;
  readonly metrics: Metrics;
  readonly limiters: Limiters;
  readonly https: boolean;
  /** On loopback, on a data folder made as demo, with the embedded database: all three. */
  readonly demoOpen: boolean;
}
