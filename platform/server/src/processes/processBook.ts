import { createHash } from 'node:crypto';
import { checkProcess, type App, type CheckedProcess, type ModelProblem } from '@yiwang/appkit';
import type { ProcessProblem } from '@yiwang/contract';
import { joinMaps, readProcessMap, type ProcessMap, type StoredModel } from '@yiwang/handle';
import { serverFaults as faults } from '../faults.ts';

/** The processes of a city's applications; a model that was checked or drawn once is kept by its hash. */
export interface ProcessBook {
  /** @throws server.notFound */
  appOf(app: string): App;
  check(app: App, xml: string, file: string): CheckedProcess;
  mapOf(models: readonly StoredModel[]): ProcessMap;
}

/** As many models as are kept read; the oldest go first. */
const mostKept = 200;

export function createProcessBook(apps: readonly App[]): ProcessBook {
  const checked = new Map<string, CheckedProcess>();
  const maps = new Map<string, ProcessMap>();
  const mapOf = ({ xml, file }: Pick<StoredModel, 'xml' | 'file'>): ProcessMap =>
    kept(maps, hashOf(xml), () => readProcessMap(xml, file));
  return {
    appOf(id) {
      const app = apps.find(({ about }) => about.id === id);
      if (app === undefined) throw faults.notFound({ what: id });
      return app;
    },
    check: (app, xml, file) => kept(checked, `${app.about.id} ${hashOf(xml)}`, () => checkProcess(app, xml, file)),
    mapOf: (models) => joinMaps(models.map(mapOf)),
  };
}

const hashOf = (xml: string): string => createHash('sha256').update(xml).digest('hex');

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const before = cache.get(key);
  if (before !== undefined) return before;
  const made = make();
  cache.set(key, made);
  const [oldest] = cache.keys();
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest);
  return made;
}

export const problemRow = ({ element, line, what, help }: ModelProblem): ProcessProblem => ({
  element: element ?? null,
  line,
  what,
  help,
});
