import { hash } from 'node:crypto';

/** A UUID of version 8 (RFC 9562 §5.8) out of the case and the task's number: a replay of the events makes the same ids. */
export function taskId(region: string, caseId: string, n: number): string {
  const hex = hash('sha256', `${region}/${caseId}/${n}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
