import type { Bilingual, MessageParams } from '@yiwang/messages';
import { say } from '@yiwang/messages';
import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';

/** Why a model can't run, and what its author can do. */
const reasons = {
  notBpmn: [
    { zh: '不是 BPMN 2.0 的 definitions', en: 'is not a definitions element of BPMN 2.0' },
    { zh: '请由 BPMN 建模工具导出文件。', en: 'Export the file from a BPMN modeler.' },
  ],
  processes: [
    { zh: '文件中应恰有一个可执行流程，实有 {n} 个', en: 'holds {n} processes; one is wanted' },
    { zh: '请一个文件放一个流程。', en: 'Put one process into a file.' },
  ],
  notExecutable: [
    { zh: '流程未标为可执行', en: 'is not marked executable' },
    { zh: '请设 isExecutable="true"。', en: 'Set isExecutable="true".' },
  ],
  unknown: [
    { zh: '尚不支持“{value}”', en: '{value} is not supported' },
    {
      zh: '可用：用户任务、业务规则任务、排他和并行网关、定时和消息捕获事件、定时边界事件、空开始事件、空或终止结束事件。',
      en: 'Use user and business rule tasks, exclusive and parallel gateways, timer and message catch events, boundary timers, plain start events, plain and terminate end events.',
    },
  ],
  attribute: [
    { zh: '不认识属性“{value}”', en: 'has an unknown attribute {value}' },
    { zh: '请核对拼写；已知属性：{known}。', en: 'Check the spelling; known here: {known}.' },
  ],
  missing: [
    { zh: '缺少属性“{value}”', en: 'lacks the attribute {value}' },
    { zh: '请补上该属性。', en: 'Add it.' },
  ],
  duplicate: [
    { zh: '标识重复', en: 'uses an id that is taken' },
    { zh: '请换一个标识。', en: 'Give it an id of its own.' },
  ],
  dangling: [
    { zh: '引用了不存在的“{value}”', en: 'refers to {value}, which is not there' },
    { zh: '请改正引用。', en: 'Mend the reference.' },
  ],
  start: [
    { zh: '应恰有一个空开始事件，实有 {n} 个', en: 'has {n} plain start events; one is wanted' },
    { zh: '请保留一个开始事件。', en: 'Keep one start event.' },
  ],
  incoming: [
    { zh: '不能有流入的顺序流', en: 'may have no incoming flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  unreachable: [
    { zh: '没有流入的顺序流，永远到不了', en: 'has no incoming flow, so it is never reached' },
    { zh: '请连上，或删除它。', en: 'Connect it, or delete it.' },
  ],
  outgoing: [
    { zh: '应有 {want} 条流出的顺序流，实有 {n} 条', en: 'has {n} outgoing flows; {want} wanted' },
    { zh: '分支请用网关。', en: 'Branch at a gateway.' },
  ],
  condition: [
    { zh: '此处的顺序流不能带条件', en: 'may have no condition here' },
    {
      zh: '条件只放在排他网关之后，默认路径不带条件。',
      en: 'Conditions stand after an exclusive gateway, and not on its default flow.',
    },
  ],
  noCondition: [
    {
      zh: '排他网关之后的顺序流既无条件也非默认',
      en: 'leaves an exclusive gateway without a condition and is not its default',
    },
    { zh: '请写条件，或设为默认路径。', en: 'Write a condition or make it the default.' },
  ],
  expression: [
    { zh: '表达式“{value}”有误：{why}', en: 'has a wrong expression "{value}": {why}' },
    { zh: '请改正 FEEL 表达式。', en: 'Mend the FEEL expression.' },
  ],
  timer: [
    { zh: '定时没有可用的时间', en: 'has no time that can be used' },
    {
      zh: '请写 timeDuration、timeDate、yiwang:minutes 或 yiwang:clock；不支持 timeCycle。',
      en: 'Write timeDuration, timeDate, yiwang:minutes or yiwang:clock; timeCycle is not supported.',
    },
  ],
  duration: [
    { zh: '“{value}”不是时长', en: '{value} is no duration' },
    { zh: '请写 ISO 8601 时长，如 PT30M。', en: 'Write an ISO 8601 duration such as PT30M.' },
  ],
  date: [
    { zh: '“{value}”不是时刻', en: '{value} is no instant' },
    {
      zh: '请写带时区的时刻，如 2026-11-22T08:00:00+08:00。',
      en: 'Write an instant with its offset, such as 2026-11-22T08:00:00+08:00.',
    },
  ],
  clockTimer: [
    { zh: '只有任务的边界事件能跟随任务的计时', en: 'can follow a clock only on the boundary of a task' },
    { zh: '请改用 timeDuration。', en: 'Use timeDuration.' },
  ],
  clockMoment: [
    { zh: '“{value}”不是 warn 或 due', en: '{value} is neither warn nor due' },
    { zh: '请写 warn（临期）或 due（到期）。', en: 'Write warn or due.' },
  ],
  noLimit: [
    { zh: '所附任务没有时限', en: 'follows the clock of a task that has no time limit' },
    { zh: '请为任务设 workingMinutes 或 calendarMinutes。', en: 'Give the task workingMinutes or calendarMinutes.' },
  ],
  bothLimits: [
    { zh: '同时设了工作时和自然时', en: 'has both workingMinutes and calendarMinutes' },
    { zh: '请只留一个。', en: 'Keep one of them.' },
  ],
  attached: [
    { zh: '只能附在用户任务上', en: 'can be attached to a user task only' },
    { zh: '请附到用户任务，或改用中间事件。', en: 'Attach it to a user task or use an intermediate event.' },
  ],
  notBy: [
    { zh: 'notBy 应指向另一个用户任务', en: 'has a notBy that is not another user task' },
    { zh: '请写另一用户任务的标识。', en: 'Name another user task.' },
  ],
  field: [
    { zh: '表单字段有误：{why}', en: 'has a wrong form field: {why}' },
    { zh: '请改正该字段。', en: 'Mend the field.' },
  ],
  loop: [
    { zh: '在一个不会等待的循环中', en: 'is in a loop that never waits' },
    { zh: '请在循环中放一个任务或等待事件。', en: 'Put a task or a waiting event into the loop.' },
  ],
} satisfies Record<string, readonly [Bilingual, Bilingual]>;

export type Reason = keyof typeof reasons;
/** Refuses the model because of an element; never returns. */
export type Refuse = (element: XmlElement, reason: Reason, params?: MessageParams) => never;

export function refusalsIn(file: string): Refuse {
  return (element, reason, params = {}) => {
    const [why, help] = reasons[reason];
    throw faults.modelRefused({
      file,
      line: element.line,
      element: element.attributes['id'] ?? element.name,
      reason: say(why, 'en', params),
      reasonZh: say(why, 'zh', params),
      help: say(help, 'en', params),
      helpZh: say(help, 'zh', params),
    });
  };
}
