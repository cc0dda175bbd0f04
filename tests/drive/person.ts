import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import type { CaseDetail, CaseList, CaseSummary, CaseTask, EntryList, StoredFile } from '@yiwang/contract';

/** Somebody signed in by the drill's one click, who acts through the HTTP API as the console does. */
export interface Person {
  get<T>(path: string): Promise<T>;
  openCases(): Promise<readonly CaseSummary[]>;
  caseOf(summary: CaseSummary): Promise<CaseDetail>;
  entriesOf(summary: CaseSummary): Promise<EntryList>;
  claim(detail: CaseDetail, task: CaseTask, command?: string): Promise<Response>;
  complete(detail: CaseDetail, task: CaseTask, form: Record<string, unknown>, command?: string): Promise<Response>;
  addPhoto(detail: CaseDetail, bytes: Uint8Array): Promise<StoredFile>;
}

export async function signInAs(address: string, account: string): Promise<Person> {
  const origin = { origin: address };
  const signedIn = await fetch(`${address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...origin },
    body: JSON.stringify({ account }),
  });
  assert.ok(signedIn.ok, `demo sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const call = (method: string, path: string, body?: string | Blob, type = 'application/json'): Promise<Response> =>
    fetch(`${address}${path}`, {
      method,
      headers: { cookie, ...origin, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    });
  const get = async <T>(path: string): Promise<T> => {
    const answer = await call('GET', path);
    assert.equal(answer.status, 200, `${path}: ${answer.status}`);
    return (await answer.json()) as T;
  };
  const at = ({ region, id }: { region: string; id: string }): string => `/api/cases/${region}/${id}`;
  const send =
    (verb: string) =>
    (detail: CaseDetail, task: CaseTask, form: Record<string, unknown> | undefined, command: string) =>
      call(
        'POST',
        `${at(detail.summary)}/tasks/${task.id}/${verb}`,
        JSON.stringify({ command, ...(form === undefined ? {} : { form }) }),
      );
  return {
    get,
    openCases: async () => (await get<CaseList>('/api/cases?state=open&limit=200')).cases,
    caseOf: (summary) => get<CaseDetail>(at(summary)),
    entriesOf: (summary) => get<EntryList>(`${at(summary)}/entries`),
    claim: (detail, task, command = randomUUID()) => send('claim')(detail, task, undefined, command),
    complete: (detail, task, form, command = randomUUID()) => send('complete')(detail, task, form, command),
    async addPhoto(detail, bytes) {
      const answer = await call(
        'POST',
        `${at(detail.summary)}/files?name=photo.png`,
        new Blob([bytes.slice()]),
        'image/png',
      );
      const text = await answer.text();
      assert.ok(answer.ok, `photo: ${answer.status} ${text}`);
      return JSON.parse(text) as StoredFile;
    },
  };
}
