import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { addCaseRoutes } from './cases.ts';
import { addCityRoute } from './city.ts';
import { addDecisionRoutes } from './decisions.ts';
import { addFileRoutes } from './files.ts';
import { addLedgerRoutes } from './ledger.ts';
import { addLiveRoute } from './live.ts';
import { addMetricsRoute } from './metrics.ts';
import { addObservationRoutes } from './observations.ts';
import { addOpeningRoutes } from './openings.ts';
import { addProcessRoutes } from './processes.ts';
import { addRegisterRoutes } from './registers.ts';
import { addRuleRoutes } from './rules.ts';
import { addReportRoutes } from './reports.ts';
import { addScreenRoutes } from './screen.ts';
import { addSessionRoutes } from './session.ts';
import { addSignRoutes } from './signs.ts';
import { addTaskCommandRoutes } from './taskCommands.ts';

export function addRoutes(http: Http, platform: Platform): void {
  addMetricsRoute(http, platform);
  addCityRoute(http, platform);
  addSessionRoutes(http, platform);
  addScreenRoutes(http, platform);
  addSignRoutes(http, platform);
  addCaseRoutes(http, platform);
  addOpeningRoutes(http, platform);
  addTaskCommandRoutes(http, platform);
  addFileRoutes(http, platform);
  addLedgerRoutes(http, platform);
  addReportRoutes(http, platform);
  addRuleRoutes(http, platform);
  addProcessRoutes(http, platform);
  addRegisterRoutes(http, platform);
  addDecisionRoutes(http, platform);
  addObservationRoutes(http, platform);
  addLiveRoute(http, platform);
}
