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
  unknownDecision: {
    status: 404,
    title: { zh: '没有该决策', en: 'No such decision' },
    detail: { zh: '{file} 中没有决策“{id}”。{suggestionZh}', en: '{file} has no decision “{id}”. {suggestionEn}' },
    help: { zh: '请核对决策的 id 或名称。', en: 'Check the id or the name of the decision.' },
  },
});
