/** A variant's name in the address. */
export const variantKey = ({ path }: { readonly path: readonly string[] }): string => path.join(' ');
