/**
 * What processes are told about the sign that began a case: this variable is true while it is in its band again, and this
 * message comes when it came back. A process that waits for the sign asks the variable first and then catches the message.
 */
export const inBandVariable = 'signInBand';
export const backMessage = 'signBack';

/** One open case per indicator and thing (一事一单). */
export function dedupKeyOf(indicator: string, thing: string): string {
  return `${indicator}/${thing}`;
}
