import type { Problem } from '@yiwang/contract';
import { currentSettings } from '../settings/settings.ts';
import { speechOf } from '../words/useWords.ts';

/** What the API refused, as it said it (RFC 9457), or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

function own(status: number, detail: string): ApiProblem {
  const { t } = speechOf(currentSettings().language);
  const title = status === 0 ? t('networkFault') : t('oddAnswer');
  return new ApiProblem({
    type: 'about:blank',
    title,
    status,
    detail,
    help: t('networkFaultHelp'),
    code: 'console.network',
  });
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** Reads a refusal; servers between us and the API may answer in HTML, which is then not shown. */
export function problemOf(status: number, body: string): ApiProblem {
  if (!body.startsWith('{')) return own(status, `HTTP ${status}`);
  const said: Record<string, unknown> = JSON.parse(body);
  return new ApiProblem({
    type: textOr(said['type'], 'about:blank'),
    title: textOr(said['title'], `HTTP ${status}`),
    status,
    detail: textOr(said['detail'], ''),
    help: textOr(said['help'], ''),
    code: textOr(said['code'], ''),
  });
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentSettings().language);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers, credentials: 'same-origin' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw own(0, speechOf(currentSettings().language).t('networkFaultDetail'));
  }
  if (!response.ok) throw problemOf(response.status, await response.text());
  return response;
}

/** The contract gives `T`; the server validates what it sends against the same schemas. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await answer(path, signal === undefined ? {} : { signal });
  return response.json();
}

/** A question whose parameters don't fit into an address: a POST that changes nothing, and may be let go of. */
export async function ask<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await answer(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  return response.json();
}

export async function send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T | undefined> {
  const response = await answer(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** `?a=1&b=2` of what is given; empty values are left out. */
export function queryOf(params: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== undefined && value !== '' && value !== false) query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
