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
    { zh: '文件中没有流程', en: 'holds no process' },
    { zh: '请加入一个可执行流程。', en: 'Add an executable process.' },
  ],
  nodes: [
    { zh: '超出一个文件至多 {most} 个节点的上限', en: 'is past the limit of {most} nodes in a file' },
    { zh: '请拆分成几个文件。', en: 'Split the model into several files.' },
  ],
  notExecutable: [
    { zh: '流程未标为可执行', en: 'is not marked executable' },
    { zh: '请设 isExecutable="true"。', en: 'Set isExecutable="true".' },
  ],
  unknown: [
    { zh: '尚不支持“{value}”', en: '{value} is not supported' },
    {
      zh: '可用：BPMN 2.0 流程图的任务、子流程、网关和事件。',
      en: 'Use tasks, subprocesses, gateways and events of BPMN 2.0 process diagrams.',
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
    { zh: '没有可以开始的元素', en: 'holds nothing that it could begin with' },
    { zh: '请加入一个开始事件。', en: 'Add a start event.' },
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
      zh: '请写 timeDuration、timeDate、timeCycle 之一，或 yiwang:minutes、yiwang:clock。',
      en: 'Write one of timeDuration, timeDate, timeCycle, yiwang:minutes or yiwang:clock.',
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
  cycle: [
    { zh: '“{value}”不是重复的时长', en: '{value} is no repeated duration' },
    { zh: '请写如 R3/PT10M。', en: 'Write such as R3/PT10M.' },
  ],
  warnAt: [
    { zh: '临期比例“{value}”有误', en: 'has a wrong warnAt {value}' },
    { zh: '请写 0 到 1 之间的数，如 0.8。', en: 'Write a share of the budget such as 0.8.' },
  ],
  number: [
    {
      zh: '{value} 应为 {least}–{most} 的整数，实为“{got}”',
      en: '{value} is {got}, no whole number from {least} to {most}',
    },
    { zh: '请改正该数。', en: 'Mend the number.' },
  ],
  twoLoops: [
    { zh: '既循环又多实例', en: 'has more than one kind of loop' },
    { zh: '请只留一种。', en: 'Keep one of them.' },
  ],
  instances: [
    { zh: '多实例没有写明多少', en: 'does not say how many instances' },
    { zh: '请写 loopCardinality 或 yiwang:collection。', en: 'Write loopCardinality or yiwang:collection.' },
  ],
  script: [
    { zh: '不支持脚本语言“{value}”', en: 'has a script in {value}' },
    { zh: '请写 FEEL，并设 scriptFormat="feel"。', en: 'Write FEEL and set scriptFormat="feel".' },
  ],
  mapping: [
    { zh: '“{value}”不能作变量名', en: 'maps to {value}, which is no name of a variable' },
    { zh: '变量名用字母、汉字、数字和下划线。', en: 'Use letters, digits and underscores.' },
  ],
  called: [
    { zh: '调用的“{value}”不在本文件中', en: 'calls {value}, which is not in this file' },
    { zh: '请把被调用的流程放进同一文件。', en: 'Put the called process into the same file.' },
  ],
  crossing: [
    { zh: '顺序流跨出了子流程或流程', en: 'crosses the border of a subprocess or process' },
    { zh: '请用事件或消息越过边界。', en: 'Cross a border by an event or a message.' },
  ],
  clockTimer: [
    {
      zh: '只有活动的边界事件和事件子流程的开始事件能跟随计时',
      en: 'can follow a clock only on the boundary of an activity or at the start of an event subprocess',
    },
    { zh: '请改用 timeDuration。', en: 'Use timeDuration.' },
  ],
  clockMoment: [
    { zh: '“{value}”不是 warn 或 due', en: '{value} is neither warn nor due' },
    { zh: '请写 warn（临期）或 due（到期）。', en: 'Write warn or due.' },
  ],
  noLimit: [
    { zh: '用到计时，却没有时限', en: 'speaks of a clock where there is no time limit' },
    {
      zh: '请设 yiwang:workingMinutes、calendarMinutes、workingDays 或 calendarDays。',
      en: 'Set yiwang:workingMinutes, calendarMinutes, workingDays or calendarDays.',
    },
  ],
  bothLimits: [
    { zh: '同时设了几种时限', en: 'has time limits in more than one unit' },
    { zh: '请只留一个。', en: 'Keep one of them.' },
  ],
  attached: [
    { zh: '只能附在活动上', en: 'can be attached to an activity only' },
    {
      zh: '请附到任务或子流程，或改用中间事件。',
      en: 'Attach it to a task or subprocess, or use an intermediate event.',
    },
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
    { zh: '在一个走不出的循环中', en: 'is in a loop that nothing leads out of' },
    { zh: '请在循环中放一个任务、等待事件或分支。', en: 'Put a task, a waiting event or a choice into the loop.' },
  ],
} satisfies Record<string, readonly [Bilingual, Bilingual]>;

export type Reason = keyof typeof reasons;
/** Refuses the model because of an element; never returns. */
export type Refuse = (element: XmlElement, reason: Reason, params?: MessageParams) => never;

export function refusalsIn(file: string): Refuse {
  return (element, reason, params = {}) => refuseAt(file, element, reasons[reason], params);
}

/** @throws handle.modelRefused always */
export function refuseAt(
  file: string,
  element: XmlElement,
  [why, help]: readonly [Bilingual, Bilingual],
  params: MessageParams,
): never {
  throw faults.modelRefused({
    file,
    line: element.line,
    element: element.attributes['id'] ?? element.name,
    reason: say(why, 'en', params),
    reasonZh: say(why, 'zh', params),
    help: say(help, 'en', params),
    helpZh: say(help, 'zh', params),
  });
}
