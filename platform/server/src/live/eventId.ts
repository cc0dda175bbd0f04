/** `boot.seq`: numbers start anew with the process, so an id of an earlier process must not be mistaken for one of this. */
export function formatEventId(boot: string, seq: number): string {
  return `${boot}.${seq}`;
}

/** The number in an id of this process; undefined for another's or for what is no id. */
export function readEventId(boot: string, id: string): number | undefined {
  const match = /^([a-z0-9]{1,16})\.(\d{1,15})$/.exec(id);
  return match?.[1] === boot ? Number(match[2]) : undefined;
}
