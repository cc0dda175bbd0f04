import { catalogue } from '@yiwang/faults';

const asDocxOrPdf = {
  zh: '请用 WPS 或 Word 打开，另存为 .docx 或可选中文字的 PDF 后再上传。',
  en: 'Open it in WPS or Word, save it as .docx or as a PDF whose text can be selected, and send that.',
};

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
  noYear: {
    status: 422,
    title: { zh: '看不出年份', en: 'The year is not told' },
    detail: { zh: '《{title}》没有写明是哪一年的报告。', en: '“{title}” does not tell of which year it is.' },
    help: { zh: '请使用开头写有会议日期的全文。', en: 'Use the whole text, with the date of the meeting at its head.' },
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
  badText: {
    status: 422,
    title: { zh: '含有无效字符', en: 'Characters that can’t be kept' },
    detail: { zh: '{field} 含有无效字符。', en: 'The {field} holds characters that can not be stored.' },
    help: { zh: '请重新输入这一项。', en: 'Type it anew.' },
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
  empty: {
    status: 422,
    title: { zh: '文件是空的', en: 'Empty file' },
    detail: { zh: '{name} 是空的，或只有空白。', en: '{name} is empty, or holds nothing but blanks.' },
    help: {
      zh: '请核对文件是否下载或复制完整，再上传。',
      en: 'See whether it was downloaded or copied whole, then send it again.',
    },
  },
  tooLarge: {
    status: 413,
    title: { zh: '文件过大', en: 'File too large' },
    detail: { zh: '{name} 超过 {limit} 字节的上限。', en: '{name} is past the limit of {limit} bytes.' },
    help: { zh: '请删去图片或拆分后再上传。', en: 'Take out pictures or split it, then send it again.' },
  },
  tooMuchText: {
    status: 413,
    title: { zh: '文字过多', en: 'Too much text' },
    detail: { zh: '{name} 的文字超过 {limit} 字的上限。', en: '{name} holds more than {limit} characters of text.' },
    help: { zh: '请只上传工作报告本身，或拆分后上传。', en: 'Send only the work report itself, or split it.' },
  },
  tooSlow: {
    status: 422,
    title: { zh: '读取超时', en: 'Reading took too long' },
    detail: { zh: '{name} 在 {seconds} 秒内没有读完。', en: '{name} could not be read within {seconds} seconds.' },
    help: {
      zh: '文件可能过于复杂或已损坏：请另存为 .docx 或纯文本（.txt）后再上传。',
      en: 'It may be too intricate or damaged: save it as .docx or as plain text (.txt) and send that.',
    },
  },
  unpacksTooLarge: {
    status: 413,
    title: { zh: '解压后过大', en: 'Unpacks too large' },
    detail: {
      zh: '{name} 展开后超过 {limit} 字节，或膨胀得不合常理。',
      en: '{name} unpacks to more than {limit} bytes, or swells beyond all measure.',
    },
    help: { zh: '请另存为纯文本（.txt）后再上传。', en: 'Save it as plain text (.txt) and send that.' },
  },
  damaged: {
    status: 422,
    title: { zh: '文件已损坏', en: 'Damaged file' },
    detail: { zh: '{name} 不完整或已损坏（{reason}）。', en: '{name} is cut off or damaged ({reason}).' },
    help: {
      zh: '请重新下载，或用原软件打开后重新保存，再上传。',
      en: 'Download it again, or open it in the program that made it and save it anew, then send that.',
    },
  },
  encrypted: {
    status: 422,
    title: { zh: '文件已加密', en: 'Encrypted file' },
    detail: { zh: '{name} 要密码才能打开。', en: '{name} opens only with a password.' },
    help: {
      zh: '请用密码打开，去掉密码后另存，再上传。',
      en: 'Open it with its password, save it without one, and send that.',
    },
  },
  oldWord: {
    status: 415,
    title: { zh: '旧版文字文档', en: 'Old word-processor file' },
    detail: {
      zh: '{name} 是旧版 Word 或 WPS 文档（.doc、.wps、.rtf、.odt）。',
      en: '{name} is a file of an older Word or WPS (.doc, .wps, .rtf, .odt).',
    },
    help: asDocxOrPdf,
  },
  spreadsheet: {
    status: 415,
    title: { zh: '电子表格', en: 'Spreadsheet' },
    detail: { zh: '{name} 是电子表格（.xls、.xlsx、.et）。', en: '{name} is a spreadsheet (.xls, .xlsx, .et).' },
    help: {
      zh: '请上传工作报告的正文：.docx、.pdf、.html 或 .txt。',
      en: 'Send the text of the work report: .docx, .pdf, .html or .txt.',
    },
  },
  slides: {
    status: 415,
    title: { zh: '演示文稿', en: 'Slides' },
    detail: { zh: '{name} 是演示文稿（.ppt、.pptx、.dps）。', en: '{name} is a slide show (.ppt, .pptx, .dps).' },
    help: {
      zh: '请上传工作报告的正文：.docx、.pdf、.html 或 .txt。',
      en: 'Send the text of the work report: .docx, .pdf, .html or .txt.',
    },
  },
  picture: {
    status: 415,
    title: { zh: '图片', en: 'Picture' },
    detail: {
      zh: '{name} 是图片或音视频，里面没有文字。',
      en: '{name} is a picture, sound or film, which holds no text.',
    },
    help: {
      zh: '请先做文字识别（OCR），把结果存为 .docx 或 .txt，或改用文字版。',
      en: 'Run text recognition (OCR) on it and save the result as .docx or .txt, or use a version with text.',
    },
  },
  ofd: {
    status: 415,
    title: { zh: '版式文件（OFD）', en: 'OFD file' },
    detail: {
      zh: '{name} 是 OFD 版式文件，尚不能直接读取。',
      en: '{name} is an OFD file, which is not read directly.',
    },
    help: { zh: '请用 OFD 阅读器导出为 PDF 后再上传。', en: 'Export it as PDF from an OFD reader, and send that.' },
  },
  archive: {
    status: 415,
    title: { zh: '压缩包', en: 'Archive' },
    detail: { zh: '{name} 是压缩包。', en: '{name} is an archive.' },
    help: { zh: '请解压后上传其中的报告。', en: 'Unpack it and send the report in it.' },
  },
  unknownFormat: {
    status: 415,
    title: { zh: '不认识的格式', en: 'Unknown format' },
    detail: { zh: '{name} 不是文字文件，格式不认识。', en: '{name} is no text file, and its format is not known.' },
    help: {
      zh: '能读的是 .txt、.md、.html、.docx 和 .pdf：请另存为其中一种后再上传。',
      en: 'What can be read is .txt, .md, .html, .docx and .pdf: save it as one of these and send that.',
    },
  },
  unknownEncoding: {
    status: 422,
    title: { zh: '编码无法识别', en: 'Unknown encoding' },
    detail: {
      zh: '{name} 不是完好的 UTF-8、UTF-16、GB18030 或 Big5 文本（按 {encoding} 读到第 {byte} 字节附近出错）。',
      en: '{name} is not sound UTF-8, UTF-16, GB18030 or Big5 text (as {encoding} it fails near byte {byte}).',
    },
    help: {
      zh: '请用文本编辑器打开，核对没有乱码，另存为 UTF-8 后再上传。',
      en: 'Open it in a text editor, see that no character is garbled, save it as UTF-8 and send that.',
    },
  },
  noise: {
    status: 422,
    title: { zh: '不是文章', en: 'Not prose' },
    detail: {
      zh: '{name} 里是乱码、编码数据或控制字符，不是文章。',
      en: '{name} holds garbled or encoded data or control characters, not prose.',
    },
    help: {
      zh: '请核对是不是上传错了文件；若打开能看到文字，请另存为 .docx 或 UTF-8 文本后再上传。',
      en: 'See whether it is the right file; if it shows text when opened, save it as .docx or as UTF-8 text and send that.',
    },
  },
  otherLanguage: {
    status: 422,
    title: { zh: '不是中文', en: 'Not Chinese' },
    detail: {
      zh: '{name} 里的汉字不到文字的十分之一，或是另一种语言。',
      en: 'Fewer than a tenth of the letters of {name} are Chinese characters, or it is in another language.',
    },
    help: { zh: '请上传中文的工作报告。', en: 'Send a work report in Chinese.' },
  },
});
