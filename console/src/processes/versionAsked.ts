import type { ProcessDetail } from '@yiwang/contract';

/** The version that the address asks for; undefined where it asks for none that there is. */
export function versionAsked(detail: ProcessDetail, text: string | null): number | undefined {
  return detail.versions.find(({ version }) => String(version) === text)?.version;
}
