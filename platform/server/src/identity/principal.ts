/** Who acts: an account and the attributes that policies speak about. */
export interface SignedIn {
  /** Six digits. */
  readonly account: string;
  readonly roles: readonly string[];
  readonly region: string;
  readonly organisation: string;
}
