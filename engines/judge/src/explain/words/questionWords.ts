import type { Bilingual } from '@yiwang/messages';
import type { Register } from '../../register/register.ts';
import type { Question } from '../oneQuestion.ts';
import { givenWords } from './subjectWords.ts';

/** The question to ask first, and what its answer is worth. */
export function questionWords(
  { given, answers, settled }: Pick<Question, 'given' | 'answers' | 'settled'>,
  register: Register | undefined,
): Bilingual {
  const { label, column } = givenWords(given, register);
  const en = label.en;
  const asked =
    column?.type === 'boolean'
      ? { zh: `请先确认：${label.zh}，是或否？`, en: `Please say first: ${en}, yes or no?` }
      : { zh: `请先提供：${label.zh}。`, en: `Please give first: ${en}.` };
  if (settled === 0) return asked;
  if (settled === answers) {
    return { zh: `${asked.zh}有了它就能得出结论。`, en: `${asked.en} It settles the answer.` };
  }
  return {
    zh: `${asked.zh}${answers} 种可能中有 ${settled} 种可以就此得出结论。`,
    en: `${asked.en} In ${settled} of ${answers} cases it settles the answer.`,
  };
}
