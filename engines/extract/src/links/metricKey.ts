const scope = /^(?:全市|全省|全国|我市|我省|全县|全区|市区|本市|地区|国内)/;
const kinds = /^各类/;
const verb = /^(?:新增|净增|建成|完成|实现|推进|全部)/;

/** What two names of one metric have in common: 全市生产总值 and 地区生产总值 are the same. */
export function metricKey(metric: string): string {
  let key = metric.replace('人均可支配收入', '收入').replace('国内生产总值', '生产总值');
  for (;;) {
    const found = scope.exec(key) ?? kinds.exec(key) ?? verb.exec(key);
    if (found === null || key.length - found[0].length < 2) return key;
    key = key.slice(found[0].length);
  }
}
