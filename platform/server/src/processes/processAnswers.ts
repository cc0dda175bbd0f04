import type { ProcessDetail, ProcessList, ProcessVersion } from '@yiwang/contract';
import { findDraft, findModelVersions, getModel, type ModelVersion } from '@yiwang/handle';
import type { Predicate } from '../access/guard.ts';
import type { Platform } from '../platform.ts';
import { problemRow, type ProcessBook } from './processBook.ts';

/** Which cases are counted, for this reader. */
export type SeenCases = (alias: string, firstParam: number) => Predicate;

/** Every process of every application, with what stands on each of its versions. */
export async function listProcesses({ db, apps }: Platform, book: ProcessBook, rows: SeenCases): Promise<ProcessList> {
  const processes: ProcessList['processes'] = [];
  for (const app of apps) {
    for (const { value } of app.processes) {
      const [own, process] = [app.about.id, value.id];
      const versions = await findModelVersions(db, { app: own, process, rows });
      const model = await getModel(db, own, process);
      const { definition, problems } = book.check(app, model.xml, model.file);
      processes.push({
        app: own,
        appName: app.about.name,
        process,
        name: definition?.name ?? value.name,
        version: model.version,
        versions: versions.map(({ version, open }) => ({ version, open })),
        open: versions.reduce((sum, { open }) => sum + open, 0),
        problems: problems.length,
        hasDraft: (await findDraft(db, own, process)) !== undefined,
      });
    }
  }
  return { processes };
}

/** One process with all its versions, the model of one of them, and the draft. @throws server.notFound, handle.noDefinition */
export async function detailOf(
  { db }: Platform,
  book: ProcessBook,
  asked: { readonly app: string; readonly process: string; readonly version: number | undefined },
  rows: SeenCases,
): Promise<ProcessDetail> {
  const app = book.appOf(asked.app);
  const { process } = asked;
  const model = await getModel(db, asked.app, process, asked.version);
  const versions = await findModelVersions(db, { app: asked.app, process, rows });
  const draft = await findDraft(db, asked.app, process);
  const { definition, problems } = book.check(app, model.xml, model.file);
  return {
    app: asked.app,
    appName: app.about.name,
    process,
    name: definition?.name ?? process,
    versions: versions.map(versionRow),
    shown: { version: model.version, xml: model.xml, problems: problems.map(problemRow) },
    draft: draft === undefined ? null : { ...draft, at: draft.at.toISOString() },
  };
}

function versionRow({ version, file, registeredAt, by, reason, open, cases }: ModelVersion): ProcessVersion {
  const origin = by === null ? 'file' : 'person';
  return { version, file, at: registeredAt.toISOString(), origin, by, why: reason, open, cases };
}
