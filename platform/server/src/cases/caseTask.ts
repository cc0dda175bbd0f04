import type { Telling } from '@yiwang/appkit';
import type { CaseTask, FormField } from '@yiwang/contract';
import { isFault } from '@yiwang/faults';
import { checkMayDo, variablesAt, type Actor, type CaseView, type Task } from '@yiwang/handle';
import { say, type Bilingual, type Language } from '@yiwang/messages';
import { organisationName, type ServedCity } from '../servedCity.ts';
import { drawnFields } from './drawnFields.ts';
import { accountOf } from './caseSummary.ts';

/** The form of a task's element, as a page draws it. */
export function formOf(
  { definition, state }: CaseView,
  { element, token }: Pick<Task, 'element' | 'token'>,
): FormField[] {
  const node = definition.nodes.get(element);
  if (node?.kind !== 'userTask') return [];
  const scope = state.tokens.find(({ id }) => id === token)?.scope ?? 0;
  return drawnFields(node.fields, variablesAt(state, scope));
}

function lightOf({ state, dueAt, warnAt }: Task, now: Date): CaseTask['light'] {
  if (state !== 'open' || dueAt === null) return 'ok';
  if (dueAt <= now) return 'over';
  return warnAt !== null && warnAt <= now ? 'due' : 'ok';
}

export interface TaskReader {
  readonly by: Actor;
  /** What the policies allow with this case. */
  readonly may: {
    readonly claim: boolean;
    readonly complete: boolean;
    readonly dispatch: boolean;
    readonly steer: boolean;
    readonly supervise: boolean;
    readonly mend: boolean;
  };
  readonly language: Language;
  readonly now: Date;
  readonly city: ServedCity;
  /** What people may bring to cases of this process. */
  readonly tellings: readonly Telling[];
  /** What the application calls a role. */
  readonly roleName: (role: string) => Bilingual;
}

/** Why the engine would refuse this person, in the reader's language; undefined where it wouldn't. */
function whyNot(view: CaseView, task: Task, { by, language, roleName }: TaskReader): string | undefined {
  try {
    checkMayDo(view.definition, view, task, by);
    return undefined;
  } catch (error) {
    if (!isFault(error)) throw error;
    const { role } = error.params;
    const named = typeof role === 'string' ? { role: roleName(role)[language] } : {};
    return say(error.definition.detail, language, { ...error.params, ...named });
  }
}

/** A task as its reader sees it: with its form, what the reader may do with it, and why not where not. */
export function taskOf(view: CaseView, task: Task, reader: TaskReader): CaseTask {
  const refused = task.state === 'open' ? whyNot(view, task, reader) : undefined;
  const actions: CaseTask['actions'] = [];
  if (task.state === 'open' && refused === undefined) {
    if (task.assignee === null && reader.may.claim) actions.push('claim');
    if (reader.may.complete) actions.push('complete');
  }
  return {
    id: task.id,
    element: task.element,
    name: task.name,
    state: task.state,
    candidateRole: task.candidateRole ?? '',
    organisation: task.organisation,
    organisationName: organisationName(reader.city, task.organisation),
    assignee: accountOf(task.assignee),
    createdAt: task.createdAt.toISOString(),
    dueAt: task.dueAt?.toISOString() ?? null,
    completedAt: task.state === 'done' ? (task.endedAt?.toISOString() ?? null) : null,
    light: lightOf(task, reader.now),
    form: formOf(view, task),
    actions,
    refused: refused ?? null,
  };
}
