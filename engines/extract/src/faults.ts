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
  badAnnotation: {
    status: 400,
    title: { zh: '标注文件有误', en: 'An annotation is not as it should be' },
    detail: {
      zh: '{file} 第 {line} 行：字段 {field} 缺失或类型不符。',
      en: '{file}, line {line}: the field {field} is missing or of another type.',
    },
    help: { zh: '请对照标注说明修正该行。', en: 'Mend the line by the description of the annotation.' },
  },
});
