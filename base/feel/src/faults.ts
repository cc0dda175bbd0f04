import { catalogue } from '@yiwang/faults';

/** Every place in a FEEL text is given as file (or “FEEL”), 1-based line and column. */
export const faults = catalogue('feel', {
  syntax: {
    status: 422,
    title: { zh: '表达式语法错误', en: 'FEEL syntax error' },
    detail: {
      zh: '{file}:{line}:{column} “{text}”不是合法的 FEEL。{suggestionZh}',
      en: '{file}:{line}:{column} “{text}” is not valid FEEL. {suggestionEn}',
    },
    help: { zh: '请检查此处的括号、引号与运算符。', en: 'Check brackets, quotes and operators at this place.' },
  },
  unsupported: {
    status: 422,
    title: { zh: '暂不支持的写法', en: 'Unsupported FEEL' },
    detail: { zh: '{file}:{line}:{column} 不支持：{what}。', en: '{file}:{line}:{column} not supported: {what}.' },
    help: { zh: '请改用已支持的写法。', en: 'Rewrite it with supported constructs.' },
  },
  unknownName: {
    status: 422,
    title: { zh: '未知的名称', en: 'Unknown name' },
    detail: {
      zh: '{file}:{line}:{column} 没有名为“{name}”的变量或函数。{suggestionZh}',
      en: '{file}:{line}:{column} there is no variable or function named “{name}”. {suggestionEn}',
    },
    help: { zh: '请改正名称，或声明该输入。', en: 'Mend the name, or declare the input.' },
  },
  unknownField: {
    status: 422,
    title: { zh: '没有该字段', en: 'No such field' },
    detail: {
      zh: '{file}:{line}:{column} 没有名为“{name}”的字段。{suggestionZh}',
      en: '{file}:{line}:{column} there is no field named “{name}”. {suggestionEn}',
    },
    help: { zh: '请改正字段名称，或在类型中定义它。', en: 'Mend the name, or define the field in the type.' },
  },
  unknownType: {
    status: 422,
    title: { zh: '未知的类型', en: 'Unknown type' },
    detail: {
      zh: '{file}:{line}:{column} 没有名为“{name}”的类型。{suggestionZh}',
      en: '{file}:{line}:{column} there is no type named “{name}”. {suggestionEn}',
    },
    help: { zh: '请改正类型名称，或在模型中定义该类型。', en: 'Mend the name, or define the type in the model.' },
  },
  noExternalFunction: {
    status: 422,
    title: { zh: '没有该外部函数', en: 'No such external function' },
    detail: {
      zh: '{file}:{line}:{column} 外部函数 {name} 不在允许的列表中。{suggestionZh}',
      en: '{file}:{line}:{column} the external function {name} is not among those that are allowed. {suggestionEn}',
    },
    help: {
      zh: '规则只能使用表中的纯函数；请改用 FEEL 内置函数。',
      en: 'Rules may use only the pure functions of the table; use a built-in function of FEEL instead.',
    },
  },
  typeMistake: {
    status: 422,
    title: { zh: '类型不符', en: 'Type mistake' },
    detail: {
      zh: '{file}:{line}:{column} {operation} 不能用于 {left} 与 {right}。',
      en: '{file}:{line}:{column} {operation} can not be applied to {left} and {right}.',
    },
    help: { zh: '请让两边类型一致。', en: 'Give both sides the same type.' },
  },
  wrongArguments: {
    status: 422,
    title: { zh: '函数参数不符', en: 'Wrong arguments' },
    detail: {
      zh: '{file}:{line}:{column} 函数“{name}”的参数应为（{expected}）。',
      en: '{file}:{line}:{column} the function “{name}” takes ({expected}).',
    },
    help: { zh: '请按函数的参数调用。', en: 'Call it with the parameters it has.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: '表达式过大', en: 'Expression too large' },
    detail: { zh: '{file}:{line}:{column} 超过上限：{limit}。', en: '{file}:{line}:{column} past the limit: {limit}.' },
    help: { zh: '请拆分表达式。', en: 'Split the expression.' },
  },
  tooMuchWork: {
    status: 422,
    title: { zh: '计算量过大', en: 'Too much work' },
    detail: { zh: '计算超过上限：{limit}。', en: 'The evaluation is past the limit: {limit}.' },
    help: { zh: '请缩小列表或循环的范围。', en: 'Make the lists or loops smaller.' },
  },
  notAValue: {
    status: 422,
    title: { zh: '无法作为 FEEL 值', en: 'Not a FEEL value' },
    detail: {
      zh: '{path} 处的值不能用于规则：{reason}。',
      en: 'The value at {path} can not be used by rules: {reason}.',
    },
    help: {
      zh: '请传入数、文本、真假、空、列表或上下文。',
      en: 'Pass numbers, text, booleans, null, lists or contexts.',
    },
  },
});
