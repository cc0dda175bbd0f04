const namespaces = new Set([
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]);

/** Whether elements of this namespace are DMN 1.3, 1.4 or 1.5. */
export function isDmnNamespace(namespace: string): boolean {
  return namespaces.has(namespace);
}
