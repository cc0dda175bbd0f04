import type { Clock } from '@yiwang/clock';
import type { Actor } from '../step/caseCommand.ts';
import { faults } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import type { StepPorts } from '../step/ports.ts';

/** What the commands need beside a transaction. */
export interface HandlePorts extends StepPorts {
  readonly clock: Clock;
}

/** Who, why, and under which id; a command that is sent again under its id gets the first answer. */
export interface CommandRequest {
  readonly region: string;
  readonly case: string;
  /** UUID made by who sends it, once per intention. */
  readonly command: string;
  readonly by: Actor;
  readonly reason?: string | undefined;
  /** The revision that the sender saw, where a change meanwhile should refuse the command. */
  readonly rev?: number | undefined;
}

export interface CommandAnswer {
  readonly region: string;
  readonly case: string;
  readonly number: string;
  readonly rev: number;
  readonly state: 'open' | 'closed';
  /** Sequence number of the case's last event. */
  readonly lastSeq: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const mostVariables = 256 * 1024;

function refuse(zh: string, en: string): never {
  throw faults.badCommand({ reasonZh: zh, reason: en });
}

/** Checks the outer form of a command, so that nothing reaches the database that it can't hold. @throws handle.badCommand */
export function checkRequest(request: Omit<CommandRequest, 'case'> & { readonly case?: string }): void {
  if (!/^\d{6}$/.test(request.region)) refuse('行政区划代码应为六位数字。', 'The region is not a six-digit code.');
  if (request.case !== undefined && !uuid.test(request.case)) refuse('事项标识不是 UUID。', 'The case id is no UUID.');
  if (!uuid.test(request.command)) refuse('命令编号不是 UUID。', 'The command id is no UUID.');
  if (!/^(account|system):\S{1,100}$/.test(request.by.actor)) refuse('操作者有误。', 'The actor is not right.');
  checkText(request.reason, 500, { zh: '理由', en: 'The reason' });
}

export function checkText(
  text: string | undefined,
  most: number,
  what: { readonly zh: string; readonly en: string },
): void {
  if (text === undefined) return;
  if (text.length > most) refuse(`${what.zh}超过 ${most} 字。`, `${what.en} is longer than ${most} characters.`);
  if (!text.isWellFormed() || text.includes('\0'))
    refuse(`${what.zh}含有无效字符。`, `${what.en} holds invalid characters.`);
}

/** JSON that PostgreSQL can hold: 256 KiB at the most, no NUL and no lone surrogate. @throws handle.badCommand */
export function checkVariables(variables: JsonObject): void {
  const text = JSON.stringify(variables);
  if (text.length > mostVariables) refuse('变量超过 256 KiB。', 'The variables are past 256 KiB.');
  if (/\\u0000|\\ud[89a-f]/.test(text.replaceAll('\\\\', '')))
    refuse('变量含有无效字符。', 'The variables hold invalid characters.');
}
