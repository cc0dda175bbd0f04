import { catalogue } from '@yiwang/faults';

export const extractFaults = catalogue('extract', {
  noText: {
    status: 422,
    title: { zh: '没有文字', en: 'No text' },
    detail: { zh: '{name} 里没有可读的文字。', en: '{name} holds no text that can be read.' },
    help: {
      zh: '若是扫描件，请先做文字识别（OCR），或改用文字版。',
      en: 'If it is a scan, run text recognition (OCR) on it first, or use a version with text.',
    },
  },
});
