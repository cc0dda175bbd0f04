import { say, type Language } from '@yiwang/messages';
import { catalogue, isFault, type Fault } from './fault.ts';

/** problem+json, RFC 9457, with what to do in `help`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly help: string;
  readonly code: string;
  /** The request id, to find the log line by. */
  readonly instance?: string;
}

const faults = catalogue('faults', {
  unexpected: {
    status: 500,
    title: { zh: '系统内部错误', en: 'Internal error' },
    detail: { zh: '出现了未预料到的错误。', en: 'Something happened that was not foreseen.' },
    help: {
      zh: '请重试；若再次出现，请把请求编号交给管理员，日志中有详情。',
      en: 'Try again; if it comes back, give the request id to the administrator, whose log has the details.',
    },
  },
});

/** Wraps anything thrown that is no Fault; its own text stays in the log and is not shown to the caller. */
export function unexpected(cause: unknown): Fault {
  return isFault(cause) ? cause : faults.unexpected({}, cause);
}

/** The body that the HTTP boundary sends, in the reader's language. */
export function problemOf(fault: Fault, language: Language, instance?: string): Problem {
  const { definition, params, code } = fault;
  return {
    type: `/docs/faults#${code}`,
    title: say(definition.title, language, params),
    status: definition.status,
    detail: say(definition.detail, language, params),
    help: say(definition.help, language, params),
    code,
    ...(instance === undefined ? {} : { instance }),
  };
}
