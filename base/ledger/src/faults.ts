import { catalogue } from '@yiwang/faults';

export const ledgerFaults = catalogue('ledger', {
  notJson: {
    status: 422,
    title: { zh: '台账内容不是合法的 JSON', en: 'The body of an entry is not JSON' },
    detail: { zh: '内容里有不能保存的值：{reason}。', en: 'It holds what can not be kept: {reason}.' },
    help: {
      zh: '只用 JSON 的对象、数组、文字、有限数字、真假和空值，嵌套不超过 64 层。',
      en: 'Use JSON objects, arrays, text, finite numbers, booleans and null only, nested 64 levels at most.',
    },
  },
  entryInvalid: {
    status: 422,
    title: { zh: '台账条目不完整', en: 'Malformed entry' },
    detail: { zh: '字段 {field} 的值“{value}”不合规定。', en: 'Field {field} can not be "{value}".' },
    help: {
      zh: '区域为六位代码；类别如 case.completed；操作者和对象如 account:100012、case:42；每项不超过 {most} 个字符。',
      en: 'A region has six digits, a kind is like case.completed, actor and subject like account:100012 or case:42, {most} characters at most.',
    },
  },
  bodyTooLarge: {
    status: 413,
    title: { zh: '台账内容过大', en: 'The body of an entry is too large' },
    detail: {
      zh: '{kind} 的内容有 {bytes} 字节，上限为 {most}。',
      en: 'The body of {kind} has {bytes} bytes of {most}.',
    },
    help: {
      zh: '请把大的内容存为文件，在条目里写它的摘要值。',
      en: 'Keep large content as a file and put its hash into the entry.',
    },
  },
  entryUnknown: {
    status: 404,
    title: { zh: '没有这条台账', en: 'No such entry' },
    detail: { zh: '{region} 的台账里没有 {id}。', en: 'The book of {region} has no entry {id}.' },
    help: { zh: '请核对区域和编号。', en: 'Check the region and the id.' },
  },
  notPlaced: {
    status: 409,
    title: { zh: '条目尚未入树', en: 'The entry has no place yet' },
    detail: {
      zh: '{id} 已记录，但还没有被签名的检查点覆盖。',
      en: '{id} is recorded, but no signed checkpoint covers it yet.',
    },
    help: { zh: '请过几秒再试。', en: 'Try again in a few seconds.' },
  },
  sizeOutOfRange: {
    status: 422,
    title: { zh: '台账没有这么大', en: 'The book is not that large' },
    detail: { zh: '要求从 {from} 到 {to}，台账有 {size} 条。', en: 'Asked from {from} to {to}; the book has {size}.' },
    help: { zh: '请用不超过当前大小的整数。', en: 'Use whole numbers up to the present size.' },
  },
  damaged: {
    status: 500,
    title: { zh: '台账受损', en: 'The book is damaged' },
    detail: { zh: '{region} 的台账在 {place} 处缺少数据。', en: 'The book of {region} lacks data at {place}.' },
    help: { zh: '请运行 ./yiwang verify 查明被改动之处。', en: 'Run ./yiwang verify to learn what was changed.' },
  },
  algorithmFixed: {
    status: 409,
    title: { zh: '台账的算法不能再改', en: 'The algorithm of the book is fixed' },
    detail: { zh: '{region} 的台账用 {algorithm}。', en: 'The book of {region} uses {algorithm}.' },
    help: { zh: '算法只能在第一条入树之前选定。', en: 'It can be chosen only before the first entry has its place.' },
  },
  noteMalformed: {
    status: 422,
    title: { zh: '检查点格式不对', en: 'Malformed checkpoint' },
    detail: { zh: '检查点不合格式：{reason}。', en: 'The checkpoint can not be read: {reason}.' },
    help: { zh: '请原样使用签发的检查点。', en: 'Use the checkpoint exactly as it was issued.' },
  },
  keyUnreadable: {
    status: 500,
    title: { zh: '签名密钥不可用', en: 'Signing key not usable' },
    detail: { zh: '{file} 不是 Ed25519 私钥：{reason}', en: '{file} is no Ed25519 private key: {reason}' },
    help: {
      zh: '请从备份恢复该文件；换用新密钥会留下轮换记录。',
      en: 'Restore the file from the backup; a new key would show as a rotation.',
    },
  },
});
