import { useScreen } from '../api/useApi.ts';
import { useWords } from '../words/useWords.ts';

/** A text in which the codes of indicators, as a rule's reason carries them, are replaced by their names. */
export function useSignNames(): (text: string) => string {
  const { b, language } = useWords();
  const signs = useScreen(undefined).data?.signs ?? [];
  return (text) =>
    signs.reduce((said, { indicator, name }) => {
      const word = new RegExp(
        `(^|[\\s,，])${indicator.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=$|[\\s,，。])`,
        'g',
      );
      return said.replaceAll(word, (_all, before: string) => (language === 'zh' ? b(name) : before + b(name)));
    }, text);
}
