import { catalogue } from '@yiwang/faults';

export const jobsFaults = catalogue('jobs', {
  jobInvalid: {
    status: 422,
    title: { zh: '任务不合规定', en: 'Malformed job' },
    detail: { zh: '字段 {field} 的值“{value}”不合规定。', en: 'Field {field} can not be "{value}".' },
    help: {
      zh: '区域为六位代码；队列名如 case.timers；键不超过 500 个字符；时间须有效；次数为 1 到 100。',
      en: 'A region has six digits, a queue is named like case.timers, a key has 500 characters at most, a time is valid, attempts are 1 to 100.',
    },
  },
  payloadTooLarge: {
    status: 413,
    title: { zh: '任务内容过大', en: 'The payload of a job is too large' },
    detail: {
      zh: '{queue} 的内容有 {bytes} 字节，上限为 {most}。',
      en: 'A payload of {queue} has {bytes} bytes of {most}.',
    },
    help: {
      zh: '请把大的内容存在别处，任务里写它的编号。',
      en: 'Keep large content elsewhere and put its id into the job.',
    },
  },
  payloadNotJson: {
    status: 422,
    title: { zh: '任务内容不是合法的 JSON', en: 'The payload of a job is not JSON' },
    detail: { zh: '{queue}：{reason}', en: '{queue}: {reason}' },
    help: { zh: '只用 JSON 的值，文字里不能有 U+0000。', en: 'Use JSON values only, and no U+0000 in text.' },
  },
  deadUnknown: {
    status: 404,
    title: { zh: '没有这个失败的任务', en: 'No such dead job' },
    detail: { zh: '{region} 没有等待处理的失败任务 {id}。', en: '{region} has no dead job {id} that waits.' },
    help: {
      zh: '它可能已被重试或作废；请刷新列表。',
      en: 'It may have been retried or discarded; load the list again.',
    },
  },
  keyTaken: {
    status: 409,
    title: { zh: '同一件事已在排队', en: 'The same job waits already' },
    detail: { zh: '队列 {queue} 里已有键 {key}。', en: 'Queue {queue} already has key {key}.' },
    help: { zh: '可作废这个失败的任务；新的会照常执行。', en: 'Discard the dead one; the newer one runs as usual.' },
  },
});
