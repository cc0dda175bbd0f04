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
  noSuchFile: {
    status: 404,
    title: { zh: '文件不存在', en: 'No such file' },
    detail: { zh: '找不到文件 {file}。', en: '{file} is not there.' },
    help: { zh: '请核对路径后重试。', en: 'Check the path and try again.' },
  },
});
