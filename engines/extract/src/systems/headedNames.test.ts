import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { headedNames } from './headedNames.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...headedNames(clause, readClause(clause, 0, clause.length))].map(
    (each) => each.name ?? clause.slice(each.start, each.end),
  );

test('a name runs from after the verb to its head noun', () => {
  deepEqual(names('加快构建海岛应急救援体系'), ['海岛应急救援体系']);
  deepEqual(names('进一步健全港口安全联防机制'), ['港口安全联防机制']);
  deepEqual(names('以渔船数字监管平台为依托'), ['渔船数字监管平台']);
  deepEqual(names('用港湾大脑服务渔民'), ['港湾大脑']);
});

test('a word that is a verb at the head of a clause is a noun inside a name', () => {
  deepEqual(names('创新海岛联合办学模式'), ['海岛联合办学模式']);
  deepEqual(names('完善服务保障应答机制'), ['服务保障应答机制']);
  deepEqual(names('强化重大项目推进机制'), ['重大项目推进机制']);
  deepEqual(names('实施港区环境整治提升行动'), ['港区环境整治提升行动']);
});

test('a verb before a mark or 型 has no object and parts nothing', () => {
  deepEqual(names('完善选题立项、经费支持、成果转移等机制'), ['选题立项、经费支持、成果转移等机制']);
  deepEqual(names('培育开放型海洋产业体系'), ['开放型海洋产业体系']);
});

test('how many, how new and for whom are not part of a name', () => {
  deepEqual(names('实施新一轮渔村焕新行动'), ['渔村焕新行动']);
  deepEqual(names('构建多层次海员保障体系'), ['海员保障体系']);
  deepEqual(names('建成10个渔港监管平台'), ['渔港监管平台']);
});

test('a head with nothing but plain words before it names nothing', () => {
  deepEqual(names('健全工作机制'), []);
  deepEqual(names('推进重大平台建设'), []);
  deepEqual(names('打造一批标志性工程'), []);
  deepEqual(names('深化体制机制创新'), []);
});

test('a head that begins another word heads nothing', () => {
  deepEqual(names('规范平台经济'), []);
  deepEqual(names('抢抓后展会战略机遇'), []);
  deepEqual(names('扩大制度型开放'), []);
  deepEqual(names('培养卓越工程师'), []);
  deepEqual(names('建设湾区码头'), []);
  deepEqual(names('推进全媒体系统性重塑'), []);
});

test('works that are built are no programmes', () => {
  deepEqual(names('开工建设东港水库二期工程'), []);
  deepEqual(names('推进跨海大桥等重大工程'), []);
  deepEqual(names('深入实施海塘焕新工程'), ['海塘焕新工程']);
});

test('the last 的 before the head begins the name, unless mottos before it are the name', () => {
  deepEqual(names('构建以企业为主体的海工装备创新联合体'), ['海工装备创新联合体']);
  deepEqual(names('强化专员到船头、干部到码头的工作机制'), ['专员到船头、干部到码头的工作机制']);
});

test('conjuncts share an abstract head, and each keeps its own', () => {
  deepEqual(names('完善跨海域渔业补偿和溢油共防机制'), ['跨海域渔业补偿和溢油共防机制']);
  deepEqual(names('健全湾区会商机制、海岛值守机制'), ['湾区会商机制', '海岛值守机制']);
  deepEqual(names('创新城区医联体、海岛医共体模式'), ['城区医联体', '海岛医共体模式']);
});

test('conjuncts before a platform of one trade have the trade, too', () => {
  deepEqual(names('船舶、水产产业大脑启用'), ['水产产业大脑', '船舶产业大脑']);
});

test('quotes inside a name stay, and one that lost its pair does not reach into the name', () => {
  deepEqual(names('完善“1+8”应急联动体系'), ['“1+8”应急联动体系']);
  deepEqual(names('推进蓝湾”海上联勤机制'), ['海上联勤机制']);
  deepEqual(names('开发“三级门户、五级贯通”渔港信息系统'), ['“三级门户、五级贯通”渔港信息系统']);
  deepEqual(names('推进比学赶超和“六抢攻坚”行动'), ['“六抢攻坚”行动']);
});

test('a programme may begin with a verb of its own', () => {
  deepEqual(names('深入开展规范涉海执法专项行动'), ['规范涉海执法专项行动']);
  deepEqual(names('坚定实施扩大蓝海战略'), ['扩大蓝海战略']);
});

test('what is said by means of 以 ends at the verb', () => {
  deepEqual(names('以数字化改革创新渔村共富机制'), ['渔村共富机制']);
  deepEqual(names('以科技创新体系为支撑'), ['科技创新体系']);
});

test('words that tell nothing by themselves keep what they are joined to', () => {
  deepEqual(names('建立海员招募和企业服务机制'), ['海员招募和企业服务机制']);
});

test('a second verb belongs to whom the first lets act', () => {
  deepEqual(names('支持东湾建设海洋科技服务新体系'), ['海洋科技服务新体系']);
  deepEqual(names('更好落实和服务海岛共管体制'), ['海岛共管体制']);
});

test('one character is enough before 长制', () => {
  deepEqual(names('全面推行湾长制'), ['湾长制']);
  deepEqual(names('深入实施滩(涂)长制'), ['滩(涂)长制']);
});
