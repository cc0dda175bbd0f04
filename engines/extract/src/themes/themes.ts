/** The fields of a city's government by which a report's rows are filtered (主题), in the order in which they are offered. */
export const themes = [
  { code: 'economy', name: { zh: '经济', en: 'Economy' } },
  { code: 'innovation', name: { zh: '科技创新', en: 'Science and innovation' } },
  { code: 'industry', name: { zh: '产业', en: 'Industry' } },
  { code: 'business', name: { zh: '营商环境', en: 'Business climate' } },
  { code: 'digital', name: { zh: '数字化改革', en: 'Digital reform' } },
  { code: 'city', name: { zh: '城市建设与交通', en: 'City building and transport' } },
  { code: 'countryside', name: { zh: '乡村', en: 'Countryside' } },
  { code: 'environment', name: { zh: '生态环境', en: 'Environment' } },
  { code: 'livelihood', name: { zh: '民生', en: 'Livelihood' } },
  { code: 'culture', name: { zh: '文化体育', en: 'Culture and sport' } },
  { code: 'safety', name: { zh: '安全与法治', en: 'Safety and rule of law' } },
  { code: 'opening', name: { zh: '开放', en: 'Opening up' } },
  { code: 'government', name: { zh: '政府自身建设', en: 'Government itself' } },
  { code: 'general', name: { zh: '综合', en: 'General' } },
] as const;

/** One field of government; `general` where the words tell of none. */
export type ThemeCode = (typeof themes)[number]['code'];
