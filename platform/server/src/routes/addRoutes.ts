import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { addCityRoute } from './city.ts';
import { addLedgerRoutes } from './ledger.ts';
import { addLiveRoute } from './live.ts';
import { addMetricsRoute } from './metrics.ts';
import { addSessionRoutes } from './session.ts';

export function addRoutes(http: Http, platform: Platform): void {
  addMetricsRoute(http, platform);
  addCityRoute(http, platform);
  addSessionRoutes(http, platform);
  addLedgerRoutes(http, platform);
  addLiveRoute(http, platform);
}
