import { catalogue } from '@yiwang/faults';

export const serverFaults = catalogue('server', {
  notSignedIn: {
    status: 401,
    title: { zh: '未登录', en: 'Not signed in' },
    detail: { zh: '此操作需要先登录。', en: 'This needs somebody who is signed in.' },
    help: { zh: '请登录后再试。', en: 'Sign in and try again.' },
  },
  wrongSignIn: {
    status: 401,
    title: { zh: '登录失败', en: 'Sign-in failed' },
    detail: { zh: '账号或口令不对，或账号已停用。', en: 'Account or password is wrong, or the account is disabled.' },
    help: {
      zh: '请核对后再试；多次失败会暂时锁定。',
      en: 'Check both; several failures lock the account for a while.',
    },
  },
  lockedOut: {
    status: 429,
    title: { zh: '账号暂时锁定', en: 'Account locked for a while' },
    detail: {
      zh: '连续登录失败，{seconds} 秒后可再试。',
      en: 'Sign-in failed repeatedly; it opens again in {seconds} s.',
    },
    help: { zh: '请稍候再试，或请管理员重设口令。', en: 'Wait, or ask an administrator for a new password.' },
  },
  forbidden: {
    status: 403,
    title: { zh: '无权操作', en: 'Not allowed' },
    detail: { zh: '本账号不能执行 {action}。', en: 'This account may not do {action}.' },
    help: { zh: '请由有权的岗位办理，或向管理员申请。', en: 'Ask somebody whose role may, or the administrator.' },
  },
  crossOrigin: {
    status: 403,
    title: { zh: '跨站请求', en: 'Request from another site' },
    detail: { zh: '该请求不是由本站页面发出的。', en: 'The request did not come from a page of this site.' },
    help: { zh: '请在本平台页面中操作。', en: 'Use the pages of this platform.' },
  },
  wrongHost: {
    status: 421,
    title: { zh: '主机名不对', en: 'Wrong host name' },
    detail: { zh: '本服务不以此主机名提供。', en: 'This server does not answer for that host name.' },
    help: {
      zh: '请使用启动时打印的地址。',
      en: 'Use the address that was printed at start.',
    },
  },
  demoClosed: {
    status: 403,
    title: { zh: '未开放演练登录', en: 'Demo sign-in is closed' },
    detail: {
      zh: '一键登录只在本机、演练数据目录、内置数据库下开放。',
      en: 'One-click sign-in is open on this machine only, on a demo data folder with the embedded database.',
    },
    help: { zh: '请用账号和口令登录。', en: 'Sign in with account and password.' },
  },
  notFound: {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    detail: { zh: '没有 {what}，或无权查看。', en: 'There is no {what}, or it is not yours to see.' },
    help: { zh: '请核对地址。', en: 'Check the address.' },
  },
  badRequest: {
    status: 400,
    title: { zh: '请求不合规', en: 'Request not understood' },
    detail: { zh: '{where}：{reason}', en: '{where}: {reason}' },
    help: { zh: '请按 /api/openapi.json 修正请求。', en: 'Mend the request by /api/openapi.json.' },
  },
  unsupportedType: {
    status: 415,
    title: { zh: '内容类型不支持', en: 'Content type not supported' },
    detail: { zh: '此处不接受内容类型 {type}。', en: 'Content type {type} is not taken here.' },
    help: { zh: '请使用 application/json。', en: 'Send application/json.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: '内容过大', en: 'Too large' },
    detail: { zh: '内容超过允许的 {limit} 字节。', en: 'The body is larger than the {limit} bytes allowed.' },
    help: { zh: '请缩小或分批发送。', en: 'Make it smaller, or send it in parts.' },
  },
  tooManyRequests: {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: { zh: '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} s.' },
    help: { zh: '请放慢请求，或合并为批量。', en: 'Slow down, or send in batches.' },
  },
  tooManyLive: {
    status: 429,
    title: { zh: '实时连接过多', en: 'Too many live connections' },
    detail: { zh: '本账号已有 {limit} 个实时连接。', en: 'This account already has {limit} live connections.' },
    help: { zh: '请关闭多余的页面。', en: 'Close pages that are not needed.' },
  },
  tooSlow: {
    status: 408,
    title: { zh: '请求超时', en: 'Request timed out' },
    detail: { zh: '请求没有在限定时间内发完。', en: 'The request was not sent in the time allowed.' },
    help: { zh: '请检查网络后重试。', en: 'Check the network and try again.' },
  },
  malformedHttp: {
    status: 400,
    title: { zh: '不是合规的 HTTP 请求', en: 'Not a proper HTTP request' },
    detail: { zh: '无法解析该请求。', en: 'The request could not be parsed.' },
    help: { zh: '请用标准的 HTTP/1.1 客户端。', en: 'Use a standard HTTP/1.1 client.' },
  },
  headersTooLarge: {
    status: 431,
    title: { zh: '请求头过大', en: 'Headers too large' },
    detail: { zh: '请求头超过允许的大小。', en: 'The headers are larger than allowed.' },
    help: { zh: '请减少请求头或清除 Cookie。', en: 'Send fewer headers, or clear cookies.' },
  },
  databaseDown: {
    status: 503,
    title: { zh: '数据库暂不可用', en: 'Database not available' },
    detail: { zh: '数据库暂时不可用，未保存任何内容。', en: 'The database does not answer; nothing was saved.' },
    help: { zh: '系统会自动恢复，请稍后重试。', en: 'It resumes by itself; try again shortly.' },
  },
  diskFull: {
    status: 507,
    title: { zh: '存储空间已满', en: 'Disk full' },
    detail: { zh: '没有空间保存，未保存任何内容。', en: 'There is no room to save; nothing was saved.' },
    help: {
      zh: '请管理员清理磁盘，之后自动恢复。',
      en: 'An administrator must free disk space; it resumes by itself.',
    },
  },
  stopping: {
    status: 503,
    title: { zh: '服务正在停止', en: 'Stopping' },
    detail: { zh: '服务正在停止，不再接受新请求。', en: 'The server is stopping and takes nothing new.' },
    help: { zh: '请稍后重试。', en: 'Try again shortly.' },
  },
  busy: {
    status: 503,
    title: { zh: '系统繁忙', en: 'Busy' },
    detail: { zh: '同时处理的请求已达上限。', en: 'As much as can be done at once is being done.' },
    help: { zh: '请稍后重试。', en: 'Try again shortly.' },
  },
  offContract: {
    status: 500,
    title: { zh: '响应不合约定', en: 'Answer off its contract' },
    detail: { zh: '服务端的响应不符合接口约定。', en: 'The answer did not have the form that the API promises.' },
    help: { zh: '请把请求编号交给管理员。', en: 'Give the request id to the administrator.' },
  },
  routeWithoutAction: {
    status: 500,
    title: { zh: '路由未声明操作', en: 'A route declares no action' },
    detail: {
      zh: '路由 {route} 没有声明操作，默认拒绝。',
      en: 'Route {route} declares no action and is refused by default.',
    },
    help: { zh: '请为路由写明 config.action。', en: 'Give the route its config.action.' },
  },
  notAReport: {
    status: 415,
    title: { zh: '没有直接发送文件', en: 'Not a document by itself' },
    detail: { zh: '内容类型 {type} 不是文件本身。', en: 'Content of type {type} is not the document itself.' },
    help: {
      zh: '请把 txt、md、html、docx 或 pdf 文件的字节作为请求体发送。',
      en: 'Send the bytes of a txt, md, html, docx or pdf file as the body.',
    },
  },
  tooManyRows: {
    status: 422,
    title: { zh: '不像一份报告', en: 'More than one report' },
    detail: {
      zh: '从 {name} 读出 {rows} 行，超过一份报告的上限 {most} 行，未保存任何内容。',
      en: '{name} gave {rows} rows, more than the {most} of one report; nothing was saved.',
    },
    help: { zh: '请一次上传一份报告的正文。', en: 'Upload the text of one report at a time.' },
  },
  readingTooLong: {
    status: 422,
    title: { zh: '文件读得太久', en: 'The document takes too long' },
    detail: {
      zh: '{name} 在 {seconds} 秒内没有读完，未保存任何内容。',
      en: '{name} was not read within {seconds} s; nothing was saved.',
    },
    help: { zh: '请另存为纯文本或分成几份后再试。', en: 'Save it as plain text, or in parts, and try again.' },
  },
  readingTooBig: {
    status: 422,
    title: { zh: '文件展开后太大', en: 'The document is too big when opened' },
    detail: {
      zh: '读 {name} 时超出了内存限制，未保存任何内容。',
      en: 'Reading {name} went past the memory allowed; nothing was saved.',
    },
    help: { zh: '请另存为纯文本或分成几份后再试。', en: 'Save it as plain text, or in parts, and try again.' },
  },
  caseClosed: {
    status: 409,
    title: { zh: '事项已办结', en: 'The case is closed' },
    detail: { zh: '事项 {number} 已办结，不再接收附件。', en: 'Case {number} is closed and takes no more files.' },
    help: { zh: '请刷新页面。', en: 'Load the page again.' },
  },
  portTaken: {
    status: 503,
    title: { zh: '端口无法监听', en: 'The port can’t be opened' },
    detail: { zh: '{host}:{port}：{reason}', en: '{host}:{port}: {reason}' },
    help: { zh: '请换一个端口，或停止占用它的程序。', en: 'Choose another port or stop what uses it.' },
  },
  modelsRefused: {
    status: 422,
    title: { zh: '城市模型有误', en: 'The models of the city are not right' },
    detail: { zh: '{count} 处问题，首先是 {place}：{whatZh}', en: '{count} problems, the first at {place}: {what}' },
    help: { zh: '运行 ./yiwang check 查看全部问题。', en: './yiwang check lists all of them.' },
  },
  noDecision: {
    status: 422,
    title: { zh: '没有该决策', en: 'No such decision' },
    detail: { zh: '各应用中没有决策 {decision}。', en: 'No application has the decision {decision}.' },
    help: { zh: '请在应用的 rules/ 中补上该决策。', en: 'Add it to the rules of the application.' },
  },
  processRefused: {
    status: 422,
    title: { zh: '流程有问题，不能发布', en: 'The process can not be published' },
    detail: { zh: '{count} 处问题，首先是：{whatZh}', en: '{count} problems, the first: {what}' },
    help: { zh: '请按检查结果修正模型。', en: 'Mend the model by what the check says.' },
  },
  processId: {
    status: 422,
    title: { zh: '流程标识不同', en: 'It is another process' },
    detail: { zh: '模型中的流程是 {id}，不是 {process}。', en: 'The model holds process {id}, not {process}.' },
    help: { zh: '请保留流程的标识。', en: 'Keep the id of the process.' },
  },
  notMatchedHere: {
    status: 503,
    title: { zh: '此处不做匹配', en: 'Nothing is matched here' },
    detail: { zh: '本服务没有为名录 {register} 开启匹配。', en: 'This server does not match the register {register}.' },
    help: { zh: '请询问管理员，或连接开启了匹配的服务。', en: 'Ask the administrator, or a server that does.' },
  },
  tooManyViews: {
    status: 409,
    title: { zh: '视图太多', en: 'Too many views' },
    detail: { zh: '每个账号最多保存 {most} 个视图。', en: 'An account keeps {most} views at the most.' },
    help: { zh: '请先删除不再使用的视图。', en: 'Remove one that is not used any more first.' },
  },
  commandLacks: {
    status: 422,
    title: { zh: '命令不完整', en: 'The command is not complete' },
    detail: { zh: '缺少 {name}。', en: '{name} is missing.' },
    help: { zh: '请补上后重试。', en: 'Add it and send again.' },
  },
  notTheirs: {
    status: 403,
    title: { zh: '不由此岗位办理', en: 'Not for this role' },
    detail: {
      zh: '“{nameZh}”由 {roles} 办理。',
      en: '"{name}" is for the roles {roles}.',
    },
    help: { zh: '请由这些岗位的人员办理。', en: 'Leave it to somebody of these roles.' },
  },
  notWaiting: {
    status: 409,
    title: { zh: '事项不在等待此消息', en: 'The case does not wait for this' },
    detail: { zh: '事项 {number} 现在不等待 {message}。', en: 'Case {number} does not wait for {message} now.' },
    help: { zh: '请刷新页面，查看事项现在的环节。', en: 'Load the page again to see where the case is now.' },
  },
  unknownOrganisation: {
    status: 422,
    title: { zh: '没有该机构', en: 'No such organisation' },
    detail: { zh: '没有机构 {organisation}。', en: 'There is no organisation {organisation}.' },
    help: { zh: '请在城市配置中核对机构。', en: 'Check the organisations of the city.' },
  },
});
