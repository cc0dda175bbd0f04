import { checkForm, type Actor, type ProcessDefinition, type StepPorts } from '@yiwang/handle';
import { isFault, type Fault } from '@yiwang/faults';
import { say, type Bilingual } from '@yiwang/messages';
import { dueTimes } from '@yiwang/handle';
import type { Opening, Telling } from '../entrances.ts';
import { actOf, findClock } from './actOf.ts';
import { differences } from './differences.ts';
import { instantOf, later } from './localTime.ts';
import { passTo, rehearse, tell, type Rehearsal } from './rehearsal.ts';
import type { ActStep, Player, Run, TimeStep } from './scenarioFile.ts';

/** What a run needs beside itself. */
export interface Stage {
  readonly definition: ProcessDefinition;
  readonly ports: StepPorts;
  readonly timeZone: string;
  readonly cast: Readonly<Record<string, Player>>;
  /** How people open such a case, and what they may bring to it; undefined where the application says nothing of it. */
  readonly opening?: Opening | undefined;
  readonly tellings?: readonly Telling[];
}

/** What came otherwise than the scenario says, and at which step; -1 is the opening. */
export interface Mishap {
  readonly step: number;
  readonly what: Bilingual;
}

export interface Played {
  readonly mishaps: readonly Mishap[];
  /** Ids of the sequence flows that a token took. */
  readonly taken: ReadonlySet<string>;
}

/** Plays a run through; after a step that can't be done the rest is not tried. */
export function playRun(run: Run, stage: Stage): Played {
  const { definition, ports, timeZone } = stage;
  const playing = rehearse({ definition, ports, timeZone, now: instantOf(run.at, timeZone) }, run);
  const mishaps = mishapsOf(run, stage, playing);
  const taken = playing.events.flatMap(({ kind, data }) => {
    const flow = kind === 'token.moved' ? data['flow'] : undefined;
    return typeof flow === 'string' ? [flow] : [];
  });
  return { mishaps, taken: new Set(taken) };
}

function mishapsOf(run: Run, stage: Stage, playing: Rehearsal): Mishap[] {
  const { definition, cast } = stage;
  const actor = (as: ActStep['as']) => actorOf(as ?? run.by, cast);
  const opened = told(playing, actor(undefined), (by) => {
    const refused = entering(playing, by, stage.opening, run.variables ?? {});
    if (refused !== undefined) return refused;
    const node = definition.openings.find(({ events }) =>
      events.some((event) => event.is === 'message' && event.name === run.message),
    )?.node;
    return { do: 'start', variables: run.variables ?? {}, ...(node === undefined ? {} : { node }) };
  });
  if (opened !== undefined) return [{ step: -1, what: opened }];
  const mishaps: Mishap[] = [];
  for (const [index, said] of run.steps.entries()) {
    if ('expect' in said) {
      for (const { what, got, wanted } of differences(playing, said.expect))
        mishaps.push({
          step: index,
          what: { zh: `${what} 为 ${got}，应为 ${wanted}`, en: `${what} is ${got}, expected ${wanted}` },
        });
      continue;
    }
    const wrong = 'do' in said ? doStep(playing, said, actor(said.as), stage.tellings ?? []) : pass(playing, said);
    if (wrong !== undefined) return [...mishaps, { step: index, what: wrong }];
  }
  return mishaps;
}

function actorOf(as: NonNullable<ActStep['as']>, cast: Stage['cast']): Actor | Bilingual {
  const player = typeof as === 'string' ? cast[as] : as;
  if (player === undefined)
    return { zh: `cast 中没有 ${JSON.stringify(as)}`, en: `the cast has no ${JSON.stringify(as)}` };
  return { actor: `account:${player.account}`, organisation: player.organisation, roles: player.roles };
}

/** Why these values can't be sent by this person, where the application says who may and with which form. */
function entering(
  { state }: Rehearsal,
  { roles }: Actor,
  entrance: Pick<Opening, 'roles' | 'fields'> | undefined,
  form: Run['variables'] & object,
): Bilingual | undefined {
  if (entrance === undefined) return undefined;
  if (!roles.some((role) => entrance.roles.includes(role))) {
    const named = entrance.roles.join(', ');
    return { zh: `按 app.yaml 由 ${named} 办理`, en: `app.yaml leaves it to ${named}` };
  }
  checkForm(entrance.fields, form, state);
  return undefined;
}

function doStep(
  playing: Rehearsal,
  said: ActStep,
  by: Actor | Bilingual,
  tellings: readonly Telling[],
): Bilingual | undefined {
  return told(
    playing,
    by,
    (actor) => {
      if (said.do === 'message') {
        const telling = tellings.find(({ message }) => message === said.name);
        const wrong = entering(playing, actor, telling, said.variables ?? {});
        if (wrong !== undefined) return wrong;
      }
      const found = actOf(playing, said, actor);
      return 'act' in found ? found.act : found.missing;
    },
    said,
  );
}

/** Tells the engine; undefined where it went as the scenario says. */
function told(
  playing: Rehearsal,
  by: Actor | Bilingual,
  act: (by: Actor) => Parameters<typeof tell>[2] | Bilingual,
  { reason, refused }: Pick<ActStep, 'reason' | 'refused'> = {},
): Bilingual | undefined {
  if ('zh' in by) return by;
  try {
    const wanted = act(by);
    if ('zh' in wanted) return wanted;
    tell(playing, by, wanted, reason ?? null);
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === refused ? undefined : refusal(error, refused);
  }
  return refused === undefined
    ? undefined
    : { zh: `未被拒绝，应为 ${refused}`, en: `it was not refused, expected ${refused}` };
}

function refusal({ code, definition, params }: Fault, expected: string | undefined): Bilingual {
  const other =
    expected === undefined ? { zh: '', en: '' } : { zh: `（应为 ${expected}）`, en: ` (expected ${expected})` };
  return {
    zh: `被拒绝：${code} ${say(definition.detail, 'zh', params)}${other.zh}`,
    en: `it was refused: ${code} ${say(definition.detail, 'en', params)}${other.en}`,
  };
}

/** Time passes; a timer whose way can't be gone is a mishap like any refusal. */
function pass(playing: Rehearsal, said: TimeStep): Bilingual | undefined {
  const { now, timeZone, ports } = playing;
  let until: Date | null;
  if ('wait' in said) until = later(now, said.wait, timeZone);
  else if ('clock' in said) {
    const clock = findClock(playing, said.clock);
    const { dueAt, warnAt } = clock === undefined ? { dueAt: null, warnAt: null } : dueTimes(clock, ports.calendar);
    until = said.until === 'due' ? dueAt : warnAt;
    if (until === null) return { zh: `${said.clock} 没有在走的计时`, en: `no clock of ${said.clock} runs` };
  } else until = instantOf(said.until, timeZone);
  if (until < now) return { zh: '时间不能倒流', en: 'that time is past' };
  try {
    passTo(playing, until);
    return undefined;
  } catch (error) {
    if (!isFault(error)) throw error;
    return refusal(error, undefined);
  }
}
