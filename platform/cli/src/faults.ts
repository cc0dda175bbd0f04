import { catalogue } from '@yiwang/faults';

export const cliFaults = catalogue('cli', {
  consoleNotBuilt: {
    status: 500,
    title: { zh: '控制台未能构建', en: 'The console did not build' },
    detail: { zh: '构建输出：{reason}', en: 'The build said: {reason}' },
    help: {
      zh: '请运行 ./yiwang lint 查看类型错误，或重新安装依赖。',
      en: 'Run ./yiwang lint to see type errors, or install the packages again.',
    },
  },
  usage: {
    status: 400,
    title: { zh: '命令用法有误', en: 'The command was not understood' },
    detail: { zh: '参数有误：{reason}', en: '{reason}' },
    help: { zh: '用法：./yiwang {usage}', en: 'Usage: ./yiwang {usage}' },
  },
  noData: {
    status: 404,
    title: { zh: '没有数据', en: 'No data there' },
    detail: { zh: '{folder} 中没有平台的数据库。', en: '{folder} has no database of the platform.' },
    help: {
      zh: '请用 --data 指定 ./yiwang up 所用的目录，或先运行 ./yiwang up。',
      en: 'Name the folder of ./yiwang up with --data, or run ./yiwang up first.',
    },
  },
  notMigrated: {
    status: 409,
    title: { zh: '数据库尚未升级到此版本', en: 'The database is not of this version' },
    detail: { zh: '缺少：{missing}。', en: 'Missing: {missing}.' },
    help: { zh: '请先运行一次 ./yiwang up。', en: 'Run ./yiwang up once; it brings the database up to date.' },
  },
  noDeadJob: {
    status: 404,
    title: { zh: '没有这个失败的任务', en: 'No such dead job' },
    detail: { zh: '死信中没有 {id}，或已有人处理。', en: '{id} is not in the dead letter, or was decided on already.' },
    help: { zh: '运行 ./yiwang dead 可列出全部。', en: './yiwang dead lists them all.' },
  },
  noSuchFile: {
    status: 404,
    title: { zh: '文件不存在', en: 'No such file' },
    detail: { zh: '找不到文件 {file}。', en: '{file} is not there.' },
    help: { zh: '请核对路径后重试。', en: 'Check the path and try again.' },
  },
  isFolder: {
    status: 400,
    title: { zh: '不是文件', en: 'Not a file' },
    detail: { zh: '{file} 是目录。', en: '{file} is a folder.' },
    help: { zh: '请给出目录中的一个文件。', en: 'Name one file of it.' },
  },
  tooLongForTables: {
    status: 413,
    title: { zh: '文本过长，不宜列表', en: 'The text is too long for tables' },
    detail: { zh: '{file} 有 {length} 字，超过 {most} 字。', en: '{file} has {length} characters, over {most}.' },
    help: {
      zh: '请加 --jsonl 或 --json，边读边输出。',
      en: 'Add --jsonl or --json: rows are printed as they are found.',
    },
  },
  shortPassword: {
    status: 400,
    title: { zh: '密码太短', en: 'The password is too short' },
    detail: { zh: '密码至少需要十个字符。', en: 'A password needs ten characters or more.' },
    help: { zh: '请在标准输入的第一行给出密码。', en: 'Give it as the first line of standard input.' },
  },
});
