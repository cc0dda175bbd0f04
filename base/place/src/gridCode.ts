import { placeFaults as faults } from './faults.ts';

/** The 15-digit code of a unit grid (单元网格) of GB/T 30428: district 6, street 3, community 3, grid 3. */
export interface GridCode {
  readonly district: string;
  readonly street: string;
  readonly community: string;
  readonly grid: string;
}

/** @throws place.malformedGridCode */
export function parseGridCode(code: string): GridCode {
  const match = /^(\d{6})(\d{3})(\d{3})(\d{3})$/.exec(code);
  const [, district, street, community, grid] = match ?? [];
  if (district === undefined || street === undefined || community === undefined || grid === undefined) {
    throw faults.malformedGridCode({ code: code.slice(0, 40) });
  }
  return { district, street, community, grid };
}

export function formatGridCode({ district, street, community, grid }: GridCode): string {
  const code = `${district}${street}${community}${grid}`;
  parseGridCode(code);
  return code;
}
