import { catalogue } from '@yiwang/faults';

export const faults = catalogue('handle', {
  modelRefused: {
    status: 422,
    title: { zh: '流程模型不能运行', en: 'The process model can not run' },
    detail: { zh: '{file}:{line} 元素 {element}：{reasonZh}', en: '{file}:{line} element {element}: {reason}' },
    help: { zh: '{helpZh}', en: '{help}' },
  },
  noDefinition: {
    status: 404,
    title: { zh: '没有此流程', en: 'No such process' },
    detail: {
      zh: '应用 {app} 没有流程 {process}（版本 {version}）。',
      en: 'App {app} has no process {process} (version {version}).',
    },
    help: { zh: '请先装入该应用的模型。', en: 'Load the models of the app first.' },
  },
  modelMoved: {
    status: 409,
    title: { zh: '流程已有新版本', en: 'The process has a newer version' },
    detail: {
      zh: '流程 {process} 已是第 {version} 版；所编辑的是第 {base} 版。',
      en: 'Process {process} is at version {version}; what was edited is version {base}.',
    },
    help: { zh: '请比较两个版本，把改动移到最新版本上。', en: 'Compare the two and bring the change to the newest.' },
  },
  sameModel: {
    status: 409,
    title: { zh: '模型没有改动', en: 'Nothing was changed' },
    detail: { zh: '与流程 {process} 第 {version} 版相同。', en: 'It is the same as version {version} of {process}.' },
    help: { zh: '无需发布。', en: 'There is nothing to publish.' },
  },
  draftMoved: {
    status: 409,
    title: { zh: '草稿已被他人保存', en: 'Somebody saved the draft meanwhile' },
    detail: {
      zh: '流程 {process} 的草稿在打开之后有变化。',
      en: 'The draft of {process} has changed since it was opened.',
    },
    help: { zh: '请重新打开草稿，再做改动。', en: 'Open the draft again and make the change there.' },
  },
  noCase: {
    status: 404,
    title: { zh: '没有此事项', en: 'No such case' },
    detail: { zh: '{region} 没有事项 {id}。', en: '{region} has no case {id}.' },
    help: { zh: '请核对编号和行政区划。', en: 'Check the number and the region.' },
  },
  closed: {
    status: 409,
    title: { zh: '事项已办结', en: 'The case is closed' },
    detail: { zh: '事项 {number} 已于 {at} 办结。', en: 'Case {number} was closed at {at}.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  noTask: {
    status: 404,
    title: { zh: '没有此任务', en: 'No such task' },
    detail: { zh: '事项 {number} 没有任务 {task}。', en: 'Case {number} has no task {task}.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  taskDone: {
    status: 409,
    title: { zh: '任务已完成', en: 'The task is done' },
    detail: { zh: '“{name}”已由 {by} 于 {at} 完成。', en: '"{name}" was completed by {by} at {at}.' },
    help: { zh: '无需再办；请刷新页面。', en: 'Nothing is left to do; load the page again.' },
  },
  taskCancelled: {
    status: 409,
    title: { zh: '任务已取消', en: 'The task was cancelled' },
    detail: { zh: '“{name}”已于 {at} 取消。', en: '"{name}" was cancelled at {at}.' },
    help: { zh: '请刷新页面，查看事项现在的环节。', en: 'Load the page again to see where the case is now.' },
  },
  taskHeld: {
    status: 409,
    title: { zh: '任务已有人接单', en: 'Somebody holds the task' },
    detail: { zh: '“{name}”已由 {by} 接单。', en: '"{name}" was claimed by {by}.' },
    help: { zh: '请与其联系，或请值班人员改派。', en: 'Ask that person, or have the duty officer assign it anew.' },
  },
  notCandidate: {
    status: 403,
    title: { zh: '不是该任务的承办人', en: 'Not a candidate for the task' },
    detail: {
      zh: '“{name}”由 {organisation} 的 {role} 办理。',
      en: '"{name}" is for the role {role} in {organisation}.',
    },
    help: {
      zh: '请由该单位的人员办理，或请值班人员改派。',
      en: 'Leave it to them, or have it assigned to your organisation.',
    },
  },
  sameHands: {
    status: 403,
    title: { zh: '须由另一人办理', en: 'Another person must do this' },
    detail: {
      zh: '{by} 已完成“{other}”，不能再办“{name}”。',
      en: '{by} completed "{other}" and so may not do "{name}".',
    },
    help: { zh: '请由另一人核查（双人原则）。', en: 'Let somebody else do it (four eyes).' },
  },
  needsAccount: {
    status: 403,
    title: { zh: '须由人办理', en: 'A person must do this' },
    detail: { zh: '“{name}”不能由 {actor} 办理。', en: '"{name}" can not be done by {actor}.' },
    help: { zh: '请登录后办理。', en: 'Sign in with an account.' },
  },
  formRefused: {
    status: 422,
    title: { zh: '表单填写有误', en: 'The form is not right' },
    detail: { zh: '“{field}”{reasonZh}。', en: '"{field}" {reason}.' },
    help: { zh: '请改正后重新提交。', en: 'Mend it and send again.' },
  },
  commandReused: {
    status: 409,
    title: { zh: '命令编号重复', en: 'The command id was used before' },
    detail: { zh: '命令 {command} 已用于另一内容。', en: 'Command {command} was used with other content.' },
    help: { zh: '请用新的命令编号。', en: 'Send it under a new id.' },
  },
  busy: {
    status: 503,
    title: { zh: '系统繁忙', en: 'Too busy' },
    detail: { zh: '等待处理的指令过多，本指令未执行。', en: 'Too many commands wait; this one was not taken.' },
    help: { zh: '请稍后用同一指令编号重试。', en: 'Send it again in a moment under the same command id.' },
  },
  stale: {
    status: 409,
    title: { zh: '事项已有变化', en: 'The case has changed' },
    detail: {
      zh: '事项 {number} 已是第 {rev} 版，不是第 {expected} 版。',
      en: 'Case {number} is at revision {rev}, not {expected}.',
    },
    help: { zh: '请刷新后再试。', en: 'Load it again and retry.' },
  },
  stuck: {
    status: 422,
    title: { zh: '流程无路可走', en: 'No way on' },
    detail: {
      zh: '网关 {element} 没有条件成立，也没有默认路径。',
      en: 'At gateway {element} no condition holds and there is no default flow.',
    },
    help: {
      zh: '请为网关设默认路径，或补全变量。',
      en: 'Give the gateway a default flow, or set the missing variables.',
    },
  },
  endless: {
    status: 422,
    title: { zh: '流程空转', en: 'The process runs in a circle' },
    detail: {
      zh: '一步之内经过了超过 {limit} 个元素，停在 {element}。',
      en: 'More than {limit} elements in one step, at {element}.',
    },
    help: { zh: '请在循环中放一个任务或等待事件。', en: 'Put a task or a waiting event into the loop.' },
  },
  tooMany: {
    status: 422,
    title: { zh: '事项过大', en: 'The case is too large' },
    detail: { zh: '事项 {number} 已有 {limit} 个{whatZh}。', en: 'Case {number} has {limit} {what} already.' },
    help: { zh: '请办结后另立事项。', en: 'Close it and open another.' },
  },
  expressionFailed: {
    status: 422,
    title: { zh: '表达式没有结果', en: 'An expression gave no usable value' },
    detail: {
      zh: '元素 {element} 的“{text}”应得{wantedZh}，实得 {got}。',
      en: '"{text}" of {element} should give {wanted}, not {got}.',
    },
    help: { zh: '请核对变量或模型。', en: 'Check the variables, or the model.' },
  },
  decisionFailed: {
    status: 422,
    title: { zh: '研判没有结果', en: 'The decision gave nothing' },
    detail: {
      zh: '元素 {element} 的决策 {decision} 没有结果。',
      en: 'Decision {decision} of {element} gave no outputs.',
    },
    help: { zh: '请核对决策表是否覆盖该情形。', en: 'Check that a rule of the table covers this input.' },
  },
  timerNotDue: {
    status: 409,
    title: { zh: '计时未到', en: 'The timer is not due' },
    detail: { zh: '计时 {element} 应于 {due} 到时，现为 {now}。', en: 'Timer {element} is due at {due}; it is {now}.' },
    help: { zh: '系统会再试；请检查时钟是否被调回。', en: 'It is tried again; check whether the clock was set back.' },
  },
  clockState: {
    status: 409,
    title: { zh: '计时状态不符', en: 'The clock is not in that state' },
    detail: { zh: '任务“{name}”的计时现为{stateZh}。', en: 'The clock of "{name}" is {state}.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  clockHeld: {
    status: 409,
    title: { zh: '上级计时中止', en: 'A clock above it stands still' },
    detail: {
      zh: '“{name}”的计时随“{above}”一并中止。',
      en: 'The clock of "{name}" stands still with that of "{above}".',
    },
    help: { zh: '请恢复上级计时。', en: 'Resume that one.' },
  },
  clockLimit: {
    status: 422,
    title: { zh: '时限有误', en: 'The time limit is not right' },
    detail: {
      zh: '元素 {element} 的时限为 {value}（{unit}）；应为正数，日须为整数，最多 {most}，预警比例在 0 至 1 之间。',
      en: 'Element {element} has {value} ({unit}); limits are positive, days whole, {most} at the most, and the share of the warning is between 0 and 1.',
    },
    help: { zh: '请核对变量或模型。', en: 'Check the variables, or the model.' },
  },
  extensionTooLong: {
    status: 422,
    title: { zh: '不能延期这么久', en: 'The extension is too long' },
    detail: {
      zh: '“{name}”还可延期 {left}（{unit}），不能延期 {amount}。',
      en: '"{name}" can be extended by {left} ({unit}) in all, not by {amount}.',
    },
    help: { zh: '请减少延期，或按期办理。', en: 'Ask for less, or keep to the limit.' },
  },
  extensionTooLate: {
    status: 409,
    title: { zh: '期限已过，不能延期', en: 'The limit is up' },
    detail: { zh: '“{name}”已于 {due} 到期。', en: '"{name}" was due at {due}.' },
    help: { zh: '延期须在到期前批准。', en: 'An extension is granted before the limit is up, never after.' },
  },
  needsReason: {
    status: 422,
    title: { zh: '须写明理由', en: 'A reason is needed' },
    detail: { zh: '{whatZh}须写明理由。', en: '{what} needs a reason.' },
    help: { zh: '请写明理由或法律依据（1–500 字）。', en: 'Give the reason or legal basis (1–500 characters).' },
  },
  badCommand: {
    status: 422,
    title: { zh: '命令内容有误', en: 'The command is not right' },
    detail: { zh: '{reasonZh}', en: '{reason}' },
    help: { zh: '请改正后重试。', en: 'Mend it and try again.' },
  },
  parked: {
    status: 409,
    title: { zh: '事项已挂账', en: 'The case is parked' },
    detail: { zh: '事项 {number} 已于 {at} 挂账。', en: 'Case {number} was parked at {at}.' },
    help: { zh: '请先解除挂账。', en: 'Take it out of the problem bank first.' },
  },
  notParked: {
    status: 409,
    title: { zh: '事项未挂账', en: 'The case is not parked' },
    detail: { zh: '事项 {number} 不在问题库中。', en: 'Case {number} is not in the problem bank.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  notClosed: {
    status: 409,
    title: { zh: '事项尚未办结', en: 'The case is open' },
    detail: { zh: '事项 {number} 尚在办理。', en: 'Case {number} is still open.' },
    help: { zh: '请直接办理。', en: 'Go on with it as it is.' },
  },
  taskNotHeld: {
    status: 409,
    title: { zh: '任务不在本人手中', en: 'You do not hold the task' },
    detail: { zh: '“{name}”现由 {by} 办理。', en: '"{name}" is held by {by}.' },
    help: { zh: '请由承办人操作，或请值班人员改派。', en: 'Let the holder do it, or have it assigned anew.' },
  },
  noWayBack: {
    status: 422,
    title: { zh: '不能退到该环节', en: 'It can not go back there' },
    detail: { zh: '“{name}”不能退到 {to}。', en: '"{name}" can not go back to {to}.' },
    help: {
      zh: '请选择同一流程中已办过的任务。',
      en: 'Choose a task of the same flow that was done before.',
    },
  },
  alreadySigner: {
    status: 409,
    title: { zh: '会签任务不能再加签', en: 'A signer can not add a signer' },
    detail: { zh: '“{name}”本身是加签的任务。', en: '"{name}" was itself added for a signer.' },
    help: { zh: '请由原承办人加签。', en: 'Let the holder of the task add one.' },
  },
  signersLeft: {
    status: 409,
    title: { zh: '会签未完', en: 'Signers are waited for' },
    detail: { zh: '“{name}”还有 {n} 人未会签。', en: '"{name}" still waits for {n} signers.' },
    help: { zh: '请待会签完成后再办。', en: 'Complete it when they have signed.' },
  },
  notAdHoc: {
    status: 422,
    title: { zh: '该活动不能随时开始', en: 'That activity can not be begun by hand' },
    detail: { zh: '{element} 不在进行中的即席子流程内。', en: '{element} is in no ad-hoc subprocess that runs.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  noRequest: {
    status: 404,
    title: { zh: '没有此延期申请', en: 'No such request' },
    detail: { zh: '事项 {number} 没有延期申请 {request}。', en: 'Case {number} has no request {request}.' },
    help: { zh: '可能已经批复；请刷新页面。', en: 'It may be decided already; load the page again.' },
  },
  notApprover: {
    status: 403,
    title: { zh: '无权批准延期', en: 'Not allowed to approve' },
    detail: { zh: '“{name}”的延期由 {role} 批准。', en: 'More time for "{name}" is approved by the role {role}.' },
    help: { zh: '请由该角色的人员批复。', en: 'Leave it to them.' },
  },
  noIncident: {
    status: 404,
    title: { zh: '没有此异常', en: 'No such incident' },
    detail: { zh: '事项 {number} 没有异常 {incident}。', en: 'Case {number} has no incident {incident}.' },
    help: { zh: '可能已经处理；请刷新页面。', en: 'It may be mended already; load the page again.' },
  },
  noOperation: {
    status: 422,
    title: { zh: '没有此对接', en: 'No such operation' },
    detail: { zh: '没有名为 {operation} 的对接。', en: 'There is no operation named {operation}.' },
    help: { zh: '请安装该对接，再重试。', en: 'Install it, and try again.' },
  },
});
