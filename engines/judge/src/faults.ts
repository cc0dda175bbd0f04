import { catalogue } from '@yiwang/faults';

export const faults = catalogue('judge', {
  notDmn: {
    status: 422,
    title: { zh: '不是 DMN 模型', en: 'Not a DMN model' },
    detail: {
      zh: '{file}:{line} 根元素“{name}”不是 DMN 1.3–1.5 的 definitions。',
      en: '{file}:{line} the root “{name}” is no definitions of DMN 1.3–1.5.',
    },
    help: { zh: '请用 DMN 1.3、1.4 或 1.5 的编辑器另存。', en: 'Save it with an editor for DMN 1.3, 1.4 or 1.5.' },
  },
  unsupported: {
    status: 422,
    title: { zh: '暂不支持的模型元素', en: 'Unsupported model element' },
    detail: {
      zh: '{file}:{line} 元素 {id}：不支持 {what}。',
      en: '{file}:{line} element {id}: {what} is not supported.',
    },
    help: { zh: '请改用决策表或文字表达式。', en: 'Use a decision table or a literal expression.' },
  },
  malformed: {
    status: 422,
    title: { zh: '模型不完整', en: 'Malformed model' },
    detail: { zh: '{file}:{line} 元素 {id}：{what}。', en: '{file}:{line} element {id}: {what}.' },
    help: { zh: '请在该行修正模型。', en: 'Mend the model at that line.' },
  },
  cycle: {
    status: 422,
    title: { zh: '决策循环依赖', en: 'Cyclic requirements' },
    detail: {
      zh: '{file}:{line} 决策 {id} 经由所需决策又需要自己，或层次过深。',
      en: '{file}:{line} decision {id} requires itself through others, or the chain is too deep.',
    },
    help: { zh: '请去掉其中一条依赖。', en: 'Remove one of the requirements.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: '模型过大', en: 'Model too large' },
    detail: { zh: '{file}:{line} 超过上限：{limit}。', en: '{file}:{line} past the limit: {limit}.' },
    help: { zh: '请拆分模型。', en: 'Split the model.' },
  },
  noLogic: {
    status: 422,
    title: { zh: '没有决策逻辑', en: 'No decision logic' },
    detail: {
      zh: '{file}:{line} 元素 {id} 没有逻辑，只能由调用者给出结果。',
      en: '{file}:{line} element {id} has no logic; only a caller can give its result.',
    },
    help: { zh: '请添加决策表或表达式。', en: 'Add a table or an expression.' },
  },
  unknownElement: {
    status: 422,
    title: { zh: '所需元素不存在', en: 'Required element not found' },
    detail: {
      zh: '{file}:{line} 元素 {id} 需要“{reference}”，而模型中没有。',
      en: '{file}:{line} element {id} requires “{reference}”, which the model does not have.',
    },
    help: { zh: '请改正引用，或导入它所在的模型。', en: 'Mend the reference, or import the model it is in.' },
  },
  unknownType: {
    status: 422,
    title: { zh: '未知的类型', en: 'Unknown type' },
    detail: {
      zh: '{file}:{line} 元素 {id}：没有类型“{type}”。{suggestionZh}',
      en: '{file}:{line} element {id}: there is no type “{type}”. {suggestionEn}',
    },
    help: { zh: '请改正类型名，或添加数据类型定义。', en: 'Mend the name, or add an item definition.' },
  },
  typeCycle: {
    status: 422,
    title: { zh: '类型循环', en: 'Cyclic type' },
    detail: { zh: '{file}:{line} 类型“{id}”包含自己。', en: '{file}:{line} the type “{id}” contains itself.' },
    help: { zh: '请拆开该类型。', en: 'Take the type apart.' },
  },
  missingImport: {
    status: 422,
    title: { zh: '找不到导入的模型', en: 'Imported model not found' },
    detail: {
      zh: '{file}:{line} 没有命名空间为“{namespace}”的模型。',
      en: '{file}:{line} there is no model of the namespace “{namespace}”.',
    },
    help: { zh: '请把该模型放在同一文件夹。', en: 'Put that model into the same folder.' },
  },
  importCycle: {
    status: 422,
    title: { zh: '循环导入', en: 'Cyclic import' },
    detail: {
      zh: '{file}:{line} 模型“{namespace}”经由导入又导入自己，或导入层次过深。',
      en: '{file}:{line} the model “{namespace}” imports itself through others, or the imports are nested too deeply.',
    },
    help: { zh: '请去掉其中一个导入。', en: 'Remove one of the imports.' },
  },
  unknownDecision: {
    status: 404,
    title: { zh: '没有该决策', en: 'No such decision' },
    detail: { zh: '{file} 中没有决策“{id}”。{suggestionZh}', en: '{file} has no decision “{id}”. {suggestionEn}' },
    help: { zh: '请核对决策的 id 或名称。', en: 'Check the id or the name of the decision.' },
  },
  notThere: {
    status: 409,
    title: { zh: '文档已不同', en: 'Another document' },
    detail: {
      zh: '{file}:{line}:{column} 处不是“{text}”。',
      en: '{file}:{line}:{column} does not say “{text}”.',
    },
    help: { zh: '请重新读取该规则再改。', en: 'Read the rule again, then change it.' },
  },
  unknownThreshold: {
    status: 422,
    title: { zh: '没有该数值', en: 'No such threshold' },
    detail: { zh: '{file} 中没有可调数值“{id}”。', en: '{file} has no threshold “{id}”.' },
    help: { zh: '请重新读取该规则，从其列表中选择。', en: 'Read the rule again and choose from its list.' },
  },
  notANumber: {
    status: 422,
    title: { zh: '不是数', en: 'Not a number' },
    detail: { zh: '“{value}”不是十进制数。', en: '“{value}” is no decimal number.' },
    help: { zh: '请写成 1234.5 这样的数。', en: 'Write a number such as 1234.5.' },
  },
  registerModel: {
    status: 422,
    title: { zh: '名录模型不能建表', en: 'The register can not become a table' },
    detail: { zh: '名录 {register}：{what}。', en: 'Register {register}: {what}.' },
    help: { zh: '请修改名录文件。', en: 'Mend the file of the register.' },
  },
  registerType: {
    status: 409,
    title: { zh: '名录的列已是另一类型', en: 'A column has another type already' },
    detail: {
      zh: '名录 {register} 的列“{column}”在数据库中是 {type}，模型要求 {wanted}。',
      en: 'Column {column} of register {register} is {type} in the database; the model says {wanted}.',
    },
    help: {
      zh: '请在模型中用新的列名；或先备份，再由管理员用 ALTER TABLE … ALTER COLUMN … TYPE 转换该列。',
      en: 'Give the column a new name in the model; or back up and have the administrator convert it by ALTER TABLE … ALTER COLUMN … TYPE.',
    },
  },
  entityValues: {
    status: 422,
    title: { zh: '名录数据不合规定', en: 'A value that the register does not take' },
    detail: {
      zh: '名录 {register} 的 {code}：“{column}”的值“{value}”{whyZh}。',
      en: 'Register {register}, {code}: {column} can not be “{value}”: {whyEn}.',
    },
    help: { zh: '请改正该值。', en: 'Correct the value.' },
  },
  entityName: {
    status: 422,
    title: { zh: '新主体缺少名称', en: 'A new entity needs a name' },
    detail: { zh: '名录 {register} 还没有 {code}。', en: 'Register {register} does not have {code} yet.' },
    help: { zh: '请给出名称，或核对代码。', en: 'Give the name, or check the code.' },
  },
  unknownEntity: {
    status: 404,
    title: { zh: '名录中没有该主体', en: 'No such entity' },
    detail: {
      zh: '名录 {register} 的 {region} 没有 {code}。',
      en: 'Register {register} has no {code} in {region}.',
    },
    help: { zh: '请核对区划和代码。', en: 'Check the district and the code.' },
  },
  registerValue: {
    status: 409,
    title: { zh: '名录数据超出模型', en: 'The register holds a value outside its model' },
    detail: {
      zh: '名录 {register} 中 {region} 的 {code}：“{column}”的值不在模型的范围内。',
      en: 'Register {register}, {code} in {region}: the value of {column} is outside what the model allows.',
    },
    help: {
      zh: '请改正该值，或放宽模型中该列的范围。',
      en: 'Correct the value, or widen the bounds of the column in the model.',
    },
  },
  unknownVersion: {
    status: 404,
    title: { zh: '没有该规则版本', en: 'No such version' },
    detail: { zh: '规则 {rule} 没有第 {number} 版。', en: 'Rule {rule} has no version {number}.' },
    help: { zh: '请核对版本号。', en: 'Check the number of the version.' },
  },
  versionTooLarge: {
    status: 413,
    title: { zh: '规则文档不能保存', en: 'The document can not be kept' },
    detail: {
      zh: '规则 {rule} 的文档有 {characters} 个字符，上限为 {most}，且不得含有空字符。',
      en: 'The document of rule {rule} has {characters} characters; {most} are taken, and no U+0000.',
    },
    help: { zh: '请把大的决策表拆开。', en: 'Split large tables.' },
  },
  versionStatus: {
    status: 409,
    title: { zh: '该版本不在可办理的状态', en: 'The version is not in a state for that' },
    detail: { zh: '规则 {rule} 第 {number} 版的状态是 {status}。', en: 'Version {number} of rule {rule} is {status}.' },
    help: { zh: '请另存一份草稿再发布。', en: 'Save a new draft and publish that.' },
  },
  versionPeriod: {
    status: 422,
    title: { zh: '生效期不正确', en: 'Not a period' },
    detail: { zh: '规则 {rule}：“{from}”至“{until}”。', en: 'Rule {rule}: “{from}” to “{until}”.' },
    help: {
      zh: '日期写作 2031-01-01，截止日不早于生效日。',
      en: 'Days are like 2031-01-01, and the last one not before the first.',
    },
  },
  versionPast: {
    status: 422,
    title: { zh: '生效日已过', en: 'The first day has passed' },
    detail: {
      zh: '规则 {rule}：生效日 {from} 早于今天 {today}。',
      en: 'Rule {rule}: {from} is before today, {today}.',
    },
    help: { zh: '请从今天或以后的日期起生效。', en: 'Begin today or later.' },
  },
  versionDates: {
    status: 409,
    title: { zh: '生效期与另一版本冲突', en: 'Its days collide with another version' },
    detail: {
      zh: '规则 {rule} 第 {number} 版自 {from} 起，与第 {other} 版（{otherFrom} 至 {otherUntil}）冲突。',
      en: 'Version {number} of rule {rule} from {from} collides with version {other} ({otherFrom} to {otherUntil}).',
    },
    help: {
      zh: '请换一个生效日，或先撤回那一版。',
      en: 'Choose another day, or withdraw that version first.',
    },
  },
  versionTests: {
    status: 422,
    title: { zh: '规则的测试未通过', en: 'Tests of the rule fail' },
    detail: {
      zh: '规则 {rule} 第 {number} 版有 {failed} 个测试未通过，第一个是“{nameZh}”。',
      en: 'Version {number} of rule {rule} fails {failed} tests, the first is “{nameEn}”.',
    },
    help: { zh: '请修正规则，或修正测试后再发布。', en: 'Mend the rule, or its tests, before you publish.' },
  },
  reasonMissing: {
    status: 422,
    title: { zh: '请写明理由', en: 'A reason is needed' },
    detail: { zh: '理由为 2 至 500 个字符。', en: 'A reason has 2 to 500 characters.' },
    help: { zh: '请写明为何发布或撤回。', en: 'Say why it is published or withdrawn.' },
  },
  notColumnar: {
    status: 422,
    title: { zh: '无法对整个名录计算', en: 'Not computable over a register' },
    detail: { zh: '{file}:{line}:{column} {whatZh}。', en: '{file}:{line}:{column} {what}.' },
    help: { zh: '{helpZh}', en: '{help}' },
  },
  notSql: {
    status: 422,
    title: { zh: '无法写成 SQL', en: 'Not sayable in SQL' },
    detail: { zh: '{whatZh}。', en: '{what}.' },
    help: { zh: '请核对名录的列，或减少嵌套的取整。', en: 'Check the columns of the register, or round less often.' },
  },
  matchingNotReady: {
    status: 503,
    title: { zh: '匹配尚未就绪', en: 'The matching is not ready' },
    detail: { zh: '名录正在载入。', en: 'The register is being loaded.' },
    help: { zh: '请过几秒再试。', en: 'Try again in a few seconds.' },
  },
  matchingOvertaken: {
    status: 409,
    title: { zh: '另一进程已写入匹配结果', en: 'Another process has written the matches' },
    detail: {
      zh: '名录 {register} 的匹配结果已由另一进程更新。',
      en: 'Those of register {register} are not as we left them.',
    },
    help: { zh: '系统会自动重新载入。', en: 'They are read again by themselves.' },
  },
  notMatchedRule: {
    status: 404,
    title: { zh: '该规则没有匹配结果', en: 'The rule is not matched' },
    detail: {
      zh: '规则 {rule} 今天没有可匹配的生效版本。',
      en: 'Rule {rule} has no version in effect that can be matched.',
    },
    help: { zh: '请查看规则的版本与检查结果。', en: 'Look at the versions of the rule and their problems.' },
  },
});
