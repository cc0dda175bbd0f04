/** The filters of the queue, as they stand in the address and go to the API. */
export const filterNames = [
  'state',
  'light',
  'region',
  'text',
  'mine',
  'held',
  'role',
  'skill',
  'matter',
  'order',
] as const;
export type Filters = Readonly<Record<string, string | undefined>>;
