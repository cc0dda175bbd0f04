/** Quotes, white space and the like are no part of a metric's name; PM_2.5 is PM2.5. */
export function metricName(words: string): string {
  return (
    words
      .replaceAll(/[\s\u200b“”"‘’《》「」]/g, '')
      .replaceAll('PM_', 'PM')
      // Notes: 双协员[21], 双协员②
      .replaceAll(/[[［〔]\d{1,3}[\]］〕]|[①-⑳]/g, '')
      .replaceAll(/[（(](?:PM2\.5|不含[^）)]*|含[^）)]*|GDP|草案)[）)]/g, '')
      .replace(/(?<=^.{2,})累计(?=.{2})/, '')
      // 甲、乙等
      .replace(/(?<=、[^、]{2,30})等$/, '')
      .replace(/^[的、，：:）)]+/, '')
      .replace(/[的、，：:（(]+$/, '')
      .slice(0, 60)
  );
}
