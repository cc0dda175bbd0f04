/** The surnames that nine in ten people have, single and double. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚习])';
/** A person by title, by the case, thought or workshop that bears the name, or as a list's numbered individual. */
const PERSON = new RegExp(
  `${SURNAME}[一-龥]{1,2}(?:同志|先生|女士|案(?![例件])|总书记|书记|市长|省长|主席|院士|教授|工作法|工作室|思想|式[干党]|名师|大师)|习近平|毛泽东|邓小平|总书记`,
  'u',
);

/** Whether a phrase names a person: such a phrase is no system, whatever its head. */
export function namesPerson(phrase: string): boolean {
  return PERSON.test(phrase);
}
