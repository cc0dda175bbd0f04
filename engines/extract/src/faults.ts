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
  noReport: {
    status: 404,
    title: { zh: '没有这份报告', en: 'No such report' },
    detail: { zh: '没有编号为 {id} 的报告，或已撤回。', en: 'There is no report {id}, or it was withdrawn.' },
    help: { zh: '请回到报告列表重新选择。', en: 'Go back to the list of reports and choose again.' },
  },
  noRow: {
    status: 404,
    title: { zh: '报告中没有这一行', en: 'The report has no such row' },
    detail: { zh: '没有 {row} 这一行。', en: 'There is no row {row}.' },
    help: { zh: '请刷新页面后再改。', en: 'Load the page again, then correct it.' },
  },
  fieldNotOfRow: {
    status: 422,
    title: { zh: '该行没有这一项', en: 'The row has no such field' },
    detail: { zh: '{row} 没有可更正的 {field}。', en: 'Row {row} has no {field} that can be put right.' },
    help: {
      zh: '数据行可改类型、指标、数值、单位、比较、变化、时期；任务行可改时期、动词、对象；其他行只能去除或恢复。',
      en: 'Statements have kind, metric, value, unit, comparator, change, period; tasks have period, verb, object; other rows are only taken out or put back.',
    },
  },
  noAmbiguity: {
    status: 404,
    title: { zh: '没有这处歧义', en: 'No such ambiguous place' },
    detail: { zh: '报告中没有 {ambiguity} 这处歧义。', en: 'The report has no ambiguous place {ambiguity}.' },
    help: { zh: '请刷新页面后再选。', en: 'Load the page again, then choose.' },
  },
  noReading: {
    status: 422,
    title: { zh: '没有这种读法', en: 'No such reading' },
    detail: {
      zh: '{ambiguity} 只有 {count} 种读法，没有第 {reading} 种。',
      en: 'Place {ambiguity} has {count} readings and no number {reading}.',
    },
    help: { zh: '请在列出的读法中选择，从 0 起数。', en: 'Choose one of those listed, counted from 0.' },
  },
  textTooLong: {
    status: 413,
    title: { zh: '文字太多', en: 'Too much text' },
    detail: {
      zh: '全文 {length} 字，超过上限 {most} 字。',
      en: 'The text has {length} characters; {most} are the most.',
    },
    help: { zh: '请只上传报告本身。', en: 'Upload the report alone.' },
  },
});
