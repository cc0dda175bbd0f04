import { useWords } from '../words/useWords.ts';
import { words, type Word } from '../words/words.ts';

const isWord = (name: string): name is Word => Object.hasOwn(words, name);

/** What the console calls a role of the city; `otherwise` for those that an application names itself. */
export function useRoleName(): (role: string, otherwise?: string) => string {
  const { t } = useWords();
  return (role, otherwise = role) => {
    const word = `role-${role}`;
    return isWord(word) ? t(word) : otherwise;
  };
}
