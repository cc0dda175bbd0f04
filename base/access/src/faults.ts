import { catalogue } from '@yiwang/faults';

export const accessFaults = catalogue('access', {
  malformedPolicies: {
    status: 500,
    title: { zh: '访问策略有误', en: 'The access policies are not right' },
    detail: { zh: '第 {line} 行：{reason}', en: 'Line {line}: {reason}' },
    help: {
      zh: '请修正策略文件；在此之前一切访问都被拒绝。',
      en: 'Mend the policies; until then everything is refused.',
    },
  },
  noPredicate: {
    status: 500,
    title: { zh: '策略无法变为行条件', en: 'A policy can not become a condition on rows' },
    detail: { zh: '策略 {policy}：{reason}', en: 'Policy {policy}: {reason}' },
    help: {
      zh: '条件只能由角色、应用、区划与机构的比较，以及与、或、非组成。',
      en: 'Conditions are made of comparisons of roles, applications, region and organisation with and, or, not.',
    },
  },
  malformedAttribute: {
    status: 422,
    title: { zh: '访问属性有误', en: 'An access attribute is not right' },
    detail: { zh: '{attribute} “{value}” 的格式不对。', en: '{attribute} “{value}” is malformed.' },
    help: {
      zh: '区划为六位数字；机构为小写字母、数字、连字符与点。',
      en: 'A region has six digits; an organisation is made of lower-case letters, digits, hyphens and dots.',
    },
  },
});
