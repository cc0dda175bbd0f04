import type { Bilingual, MessageParams } from '@yiwang/messages';
import type { XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';

/** What BPMN 2.0 does not allow (chapters 7 to 12 of the standard), and what the author can do. */
export const constraintReasons = {
  noId: [
    { zh: '没有标识', en: 'has no id' },
    { zh: '请给它一个标识。', en: 'Give it one.' },
  ],
  sameId: [
    { zh: '标识与第 {line} 行的元素相同', en: 'has the id of the element at line {line}' },
    { zh: '请换一个标识。', en: 'Give it an id of its own.' },
  ],
  noReference: [
    { zh: '缺少“{name}”', en: 'lacks {name}' },
    { zh: '请指明它连接的元素。', en: 'Say what it connects.' },
  ],
  danglingReference: [
    { zh: '“{name}”指向不存在的“{value}”，应为 {want}', en: 'has {name}="{value}", which is not there; {want} wanted' },
    { zh: '请改正引用。', en: 'Mend the reference.' },
  ],
  wrongTarget: [
    { zh: '“{name}”指向 {is} “{value}”，应为 {want}', en: 'has {name}="{value}", which is a {is}; {want} wanted' },
    { zh: '请改正引用。', en: 'Mend the reference.' },
  ],
  attachedElsewhere: [
    { zh: '附在另一层的活动上', en: 'is attached to an activity of another scope' },
    { zh: '请放到该活动所在的流程或子流程里。', en: 'Move it to where the activity stands.' },
  ],
  boundaryIncoming: [
    { zh: '边界事件不能有流入的顺序流', en: 'is a boundary event and has an incoming flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  boundaryOutgoing: [
    { zh: '边界事件没有流出的顺序流', en: 'is a boundary event that leads nowhere' },
    { zh: '请连到处理它的元素。', en: 'Lead it to what handles it.' },
  ],
  cancelBoundary: [
    { zh: '取消事件只能附在事务上，“{value}”不是事务', en: 'catches a cancellation, and {value} is no transaction' },
    { zh: '请附到事务，或改用错误事件。', en: 'Attach it to a transaction, or use an error event.' },
  ],
  cancelEnd: [
    { zh: '取消结束事件只能放在事务里', en: 'cancels, and stands in no transaction' },
    { zh: '请放进事务，或改用错误事件。', en: 'Move it into a transaction, or use an error event.' },
  ],
  compensationFlow: [
    { zh: '补偿边界事件不能有顺序流', en: 'is a compensation event and has an outgoing flow' },
    { zh: '请用关联连到补偿活动。', en: 'Lead to the handler by an association.' },
  ],
  noHandler: [
    { zh: '补偿边界事件没有关联到补偿活动', en: 'has no association with a compensation handler' },
    { zh: '请用关联连到 isForCompensation 的活动。', en: 'Associate it with an activity that is for compensation.' },
  ],
  notForCompensation: [
    { zh: '被“{value}”当作补偿活动，却未标明', en: 'is the handler of {value}, and is not marked for compensation' },
    { zh: '请设 isForCompensation="true"。', en: 'Set isForCompensation="true".' },
  ],
  handlerFlow: [
    { zh: '补偿活动不能有顺序流', en: 'is for compensation and has a sequence flow' },
    { zh: '请移除顺序流，只保留关联。', en: 'Remove the flows and keep the association.' },
  ],
  endOutgoing: [
    { zh: '结束事件不能有流出的顺序流', en: 'is an end event and has an outgoing flow' },
    { zh: '请移除该顺序流，或改用中间事件。', en: 'Remove the flow, or use an intermediate event.' },
  ],
  startIncoming: [
    { zh: '开始事件不能有流入的顺序流', en: 'is a start event and has an incoming flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  plainStart: [
    { zh: '子流程的开始事件不能有 {value}', en: 'starts a subprocess and has a {value}' },
    { zh: '请去掉触发条件，或改为事件子流程。', en: 'Take the trigger out, or make it an event subprocess.' },
  ],
  noTrigger: [
    { zh: '没有事件定义', en: 'has no event definition' },
    { zh: '请写明它等待什么。', en: 'Say what it waits for.' },
  ],
  wrongTrigger: [
    { zh: '此处不能有 {value}', en: 'may not have a {value} here' },
    { zh: '此处可用：{known}。', en: 'Here there can be: {known}.' },
  ],
  mustInterrupt: [
    { zh: '{value} 必须中断', en: 'has a {value} and does not interrupt' },
    { zh: '请去掉“不中断”的标记。', en: 'Let it interrupt.' },
  ],
  sharedDefinition: [
    { zh: '引用了另一事件内部的定义“{value}”', en: "refers to {value}, which is another event's own" },
    { zh: '请把共用的定义放到 definitions 下。', en: 'Put a shared definition right under definitions.' },
  ],
  linkAlone: [
    { zh: '链接“{value}”没有另一端', en: 'is a link "{value}" without its other end' },
    { zh: '请补上同名的另一端。', en: 'Add the other end under the same name.' },
  ],
  linkCrossing: [
    { zh: '链接跨出了它所在的流程或子流程', en: 'is a link that crosses the border of its scope' },
    { zh: '两端请放在同一层。', en: 'Keep both ends in one scope.' },
  ],
  linkIncoming: [
    { zh: '链接的接收端不能有流入的顺序流', en: 'catches a link and has an incoming flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  linkOutgoing: [
    { zh: '链接的抛出端不能有流出的顺序流', en: 'throws a link and has an outgoing flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  linkPair: [
    { zh: '与“{value}”互不相认', en: 'is a link whose other end {value} does not name it' },
    { zh: '请让 source 与 target 互相对应。', en: 'Let source and target name each other.' },
  ],
  linkTwice: [
    { zh: '链接“{value}”有不止一个接收端', en: 'is one of several catching ends of the link "{value}"' },
    { zh: '请只留一个接收端。', en: 'Keep one of them.' },
  ],
  crossingFlow: [
    { zh: '顺序流连到“{value}”，跨出了“{scope}”', en: 'is a flow to or from {value}, across the border of {scope}' },
    { zh: '请用事件或消息越过边界。', en: 'Cross a border by an event or a message.' },
  ],
  notImmediate: [
    { zh: '可执行流程的顺序流不能 isImmediate="false"', en: 'is not immediate, in a process that is executed' },
    { zh: '请去掉该属性。', en: 'Take the attribute away.' },
  ],
  eventCondition: [
    { zh: '事件网关之后的顺序流不能带条件', en: 'leaves an event-based gateway with a condition' },
    { zh: '请去掉条件。', en: 'Take the condition away.' },
  ],
  fewEvents: [
    { zh: '事件网关须有两条以上流出的顺序流，实有 {n} 条', en: 'waits for {n} events; two or more are wanted' },
    { zh: '请补上要等待的事件。', en: 'Add what it waits for.' },
  ],
  instantiateIncoming: [
    { zh: '开启流程的网关不能有流入的顺序流', en: 'opens the process and has an incoming flow' },
    { zh: '请移除该顺序流。', en: 'Remove the flow.' },
  ],
  mixedReceive: [
    { zh: '之后既有接收任务又有消息事件', en: 'leads to receive tasks and to message events' },
    { zh: '请只用其中一种。', en: 'Use one of the two.' },
  ],
  notAwaited: [
    { zh: '不能由事件网关“{value}”等待', en: 'is not what the gateway {value} can wait for' },
    {
      zh: '请用消息、信号、定时、条件事件或接收任务。',
      en: 'Use a message, signal, timer or conditional event, or a receive task.',
    },
  ],
  awaitedElsewhere: [
    { zh: '除事件网关“{value}”外还有别的流入', en: 'is awaited by {value} and has another incoming flow' },
    { zh: '请移除别的顺序流。', en: 'Remove the other flow.' },
  ],
  awaitedBoundary: [
    { zh: '附在由“{value}”等待的接收任务上', en: 'is attached to a receive task that {value} waits for' },
    { zh: '请移除该边界事件。', en: 'Remove the boundary event.' },
  ],
  direction: [
    {
      zh: '网关方向为 {value}，却有 {into} 条流入、{from} 条流出',
      en: 'has gatewayDirection {value}, {into} incoming and {from} outgoing flows',
    },
    { zh: '请改正方向或顺序流。', en: 'Mend the direction or the flows.' },
  ],
  idleGateway: [
    { zh: '网关既不分支也不汇合', en: 'is a gateway that neither splits nor joins' },
    { zh: '请去掉它，或补上顺序流。', en: 'Remove it, or add flows.' },
  ],
  listedFlow: [
    { zh: '{name} 列出了与它无关的“{value}”', en: 'lists {value} as {name}, and that flow does not touch it' },
    { zh: '请改正该清单或顺序流。', en: 'Mend the list or the flow.' },
  ],
  unlistedFlow: [
    { zh: '{name} 漏列了“{value}”', en: 'does not list {value} as {name}' },
    { zh: '请补上，或去掉清单。', en: 'Add it, or leave the list out.' },
  ],
  noIncoming: [
    { zh: '没有流入的顺序流，永远到不了', en: 'has no incoming flow, so it is never reached' },
    { zh: '请连上，或删除它。', en: 'Connect it, or delete it.' },
  ],
  noOutgoing: [
    { zh: '没有流出的顺序流', en: 'has no outgoing flow' },
    { zh: '请连到下一个元素或结束事件。', en: 'Lead it on, or to an end event.' },
  ],
  noStart: [
    { zh: '有结束事件，却没有开始事件', en: 'has an end event and no start event' },
    { zh: '请加入一个开始事件。', en: 'Add a start event.' },
  ],
  noEnd: [
    { zh: '有开始事件，却没有结束事件', en: 'has a start event and no end event' },
    { zh: '请加入一个结束事件。', en: 'Add an end event.' },
  ],
  eventSubprocessFlow: [
    { zh: '事件子流程不能有顺序流', en: 'is an event subprocess and has a sequence flow' },
    { zh: '请移除顺序流。', en: 'Remove the flows.' },
  ],
  eventSubprocessStart: [
    {
      zh: '事件子流程须有一个开始事件，实有 {n} 个',
      en: 'is an event subprocess with {n} start events; one is wanted',
    },
    { zh: '请只留一个开始事件。', en: 'Let it have one.' },
  ],
  noEscalationCode: [
    { zh: '升级事件没有代码', en: 'throws an escalation without a code' },
    { zh: '请引用带 escalationCode 的 escalation。', en: 'Refer to an escalation that has an escalationCode.' },
  ],
  emptyExpression: [
    { zh: '{name} 是空的', en: 'has an empty {name}' },
    { zh: '请写 FEEL 表达式，或去掉该元素。', en: 'Write a FEEL expression, or take it away.' },
  ],
  notBoolean: [
    { zh: '{name} 是“{value}”，不是条件', en: 'has {name} {value}, which is no condition' },
    { zh: '请写结果为真假的表达式。', en: 'Write an expression that is true or false.' },
  ],
  onlyCondition: [
    { zh: '唯一流出的顺序流带有条件', en: 'is the only flow out, and has a condition' },
    { zh: '请补上另一条，或去掉条件。', en: 'Add another way, or take the condition away.' },
  ],
  textFormat: [
    { zh: '“{value}”不是媒体类型', en: 'has the textFormat {value}, which is no media type' },
    { zh: '请写如 text/plain。', en: 'Write such as text/plain.' },
  ],
  collection: [
    { zh: 'isCollection 与其类型“{value}”不一致', en: 'has another isCollection than its item definition {value}' },
    { zh: '请让两者一致。', en: 'Let both say the same.' },
  ],
  structure: [
    { zh: '与“{value}”的数据结构不同', en: 'has another structure than {value}' },
    { zh: '请让两者的类型一致，或写转换。', en: 'Let the types agree, or write a transformation.' },
  ],
  sources: [
    { zh: '有 {n} 个来源，却没有转换', en: 'has {n} sources and no transformation' },
    { zh: '请写转换，或只留一个来源。', en: 'Write a transformation, or keep one source.' },
  ],
  dataDirection: [
    { zh: '数据关联到“{value}”，方向不对', en: 'leads data to or from {value}, the wrong way' },
    { zh: '数据写入数据输出，从数据输入读取。', en: 'Write to data outputs and read from data inputs.' },
  ],
  eventData: [
    { zh: '有 {n} 个数据项，事件定义需要 {want} 个', en: 'has {n} data items; its event definitions want {want}' },
    { zh: '请为每个带数据的定义写一个数据项。', en: 'Give each definition that carries data one item.' },
  ],
  taskData: [
    {
      zh: '消息任务只能有一个数据项和一个数据集，实有 {n} 个',
      en: 'has {n} data items or sets; a task of a message has one',
    },
    { zh: '请只留一个。', en: 'Keep one.' },
  ],
  samePool: [
    { zh: '消息流的两端在同一个泳池里', en: 'is a message flow within one pool' },
    { zh: '请改用顺序流，或连到另一个泳池。', en: 'Use a sequence flow, or lead to another pool.' },
  ],
  messageEnd: [
    { zh: '消息流连到“{value}”，那里不收发消息', en: 'is a message flow to or from {value}, which has no message' },
    { zh: '请给该事件加上消息定义。', en: 'Give that event a message definition.' },
  ],
  publicExecutable: [
    { zh: '可执行流程不能是公共流程', en: 'is public and executable' },
    { zh: '请设 processType="Private"。', en: 'Set processType="Private".' },
  ],
  performer: [
    {
      zh: '既引用资源又写了分配表达式，或都没有',
      en: 'names a resource and an expression, or binds a parameter of none',
    },
    { zh: '请只用其中一种。', en: 'Use one of the two.' },
  ],
  instantiateBesideStart: [
    { zh: '开启流程的接收任务与开始事件并存', en: 'opens the process, which has a start event too' },
    { zh: '请只留一种。', en: 'Keep one of the two.' },
  ],
  adHocEvents: [
    { zh: '特设子流程里不能有开始或结束事件', en: 'stands in an ad-hoc subprocess, which has no starts and ends' },
    { zh: '请移除该事件。', en: 'Remove the event.' },
  ],
  misplaced: [
    { zh: '{name} 不能放在 {value} 里', en: 'holds a {name}, which a {value} can not have' },
    { zh: '请移到允许的元素里。', en: 'Move it to where it may stand.' },
  ],
  calledData: [
    {
      zh: '与被调用的“{value}”的数据输入输出不一致',
      en: 'has other data inputs or outputs than {value}, which it calls',
    },
    { zh: '请让数量与类型都一致。', en: 'Let their number and types agree.' },
  ],
  noBinding: [
    { zh: '声明支持接口，却没有 ioBinding', en: 'supports an interface and has no ioBinding' },
    { zh: '请为接口的操作写 ioBinding。', en: 'Bind its data to an operation.' },
  ],
  calledStart: [
    { zh: '被调用的“{value}”没有普通开始事件', en: 'calls {value}, which begins only by a trigger' },
    { zh: '请给它一个普通开始事件。', en: 'Give it a plain start event.' },
  ],
} satisfies Record<string, readonly [Bilingual, Bilingual]>;

export type ConstraintReason = keyof typeof constraintReasons;
/** Refuses the model because of an element; never returns. */
export type Refuse = (element: XmlElement, reason: ConstraintReason, params?: MessageParams) => never;
/** One rule of the standard; it refuses the first element that breaks it. */
export type Rule = (model: Model, refuse: Refuse) => void;
