import type { PublishProcess } from '@yiwang/contract';
import { publishModel } from '@yiwang/handle';
import { serverFaults as faults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import type { ProcessBook } from './processBook.ts';

/**
 * Publishes a model as the newest version of its process, with its entry in the city's book.
 * @throws server.processRefused with the first problem; what publishModel throws
 */
export async function publishProcess(
  { db, clock, city }: Pick<Platform, 'db' | 'clock' | 'city'>,
  book: ProcessBook,
  { app, process }: { readonly app: string; readonly process: string },
  { base, xml, why, id }: PublishProcess,
  actor: string,
): Promise<number> {
  const { definition, problems } = book.check(book.appOf(app), xml, `${process}.bpmn`);
  const [first] = problems;
  if (definition === undefined || first !== undefined) {
    const { zh = '', en = '' } = first?.what ?? {};
    throw faults.processRefused({ count: problems.length, what: en, whatZh: zh });
  }
  if (definition.id !== process) throw faults.processId({ process, id: definition.id });
  return db.transaction((tx) =>
    publishModel(tx, clock, { region: city.code, app, base, definition, command: id, actor, reason: why }),
  );
}
