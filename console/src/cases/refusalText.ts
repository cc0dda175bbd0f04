import type { CaseTask } from '@yiwang/contract';
import { words, type Word } from '../words/words.ts';
import type { Speech } from '../words/useWords.ts';

const isWord = (name: string): name is Word => Object.hasOwn(words, name);

/** Why a task is not the reader's, with the names of the organisation and the role in place of their codes. */
export function refusalText(
  task: Pick<CaseTask, 'refused' | 'organisation' | 'organisationName' | 'candidateRole'>,
  { t, b, language }: Speech,
): string {
  const role = task.candidateRole ?? '';
  const roleWord = `role-${role}`;
  const said = (task.refused ?? '').replaceAll(task.organisation, b(task.organisationName));
  const named = role !== '' && isWord(roleWord) ? said.replaceAll(role, t(roleWord)) : said;
  return language === 'zh' ? named.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : named;
}
