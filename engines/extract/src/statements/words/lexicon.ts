/** Words of administrative Chinese in general; none is one report's own phrase. */

/** How a verb's work is done: stripped from the front of a metric. */
export const manner =
  '全面|精心|大力|积极|深入|着力|稳步|持续|不断|有序|扎实|切实|加快|加速|加力|加大|努力|全力|奋力|坚决|严格|认真|进一步|继续|(?:高标准|高质量|高水平|高品质)(?=建|推|打|完|开|实|编|做|抓|办|举|规)|' +
  '充分|主动|抓紧|尽快|率先|首次|再次|连续|共(?!建|同|富|有|享)|共计|总共|一共|累计|总计|合计|全年|年内|今年|去年|上年|明年|当年|预计|力争|确保|争取|保证|必须|要|将|拟|已|已经|基本(?=完|建|实|形|达|消|贯)|分别|平均|又|再|也|还|' +
  '其中|超额|圆满|成功|顺利|提前|如期|新一轮|一次性|重点(?=建|打|推|抓|实施|做|把)|整体|逐步|精准|我们|折合|折|因地制宜|扎扎实实';

/** Verbs that only say that there is something now: the metric goes without them. */
export const emptyVerbs =
  '新增加|新增|净增|增加(?!值)|新创建|完成|实现|建成|建好|形成|创建|建设|实施|启动|开展|推进|落实|落成|筹措|筹建|打造|构建|培育|保持|拥有|达成|达到|取得|组建|下达|安排|拟安排|提供|具有|设立|布局|加快建设|开工|用于|入选|获批|获评|获得|获|有(?!效|机|限|力|序|色|轨)|设置|部署|加强|抓好|办好|做好|出台|推动|带动|促进|获批|获评|建好';

/** Verbs that say that something was not there before. */
export const newWords =
  '新增|净增|新建(?!和|及|、)|新设|新开|新引进|新引入|新改建|新培育|新创建|新认定|新投用|新注册|新登记|新入库|新签|新获|新投产|新认证|新评定|新命名|新发展|新推出|新投放|新上线|新入驻|新招引|新落户|新打造|新吸纳|新获评|新落地|新组建|新成立';

/** Verbs of bringing into being: what they count is an increase (新增). */
export const newness = new RegExp(`(?:${newWords}|增加(?!值))(?!的)`);

/** Growth (增速) and its nouns. */
export const growth = /(?:比增|增长|增速|增幅|上涨|涨幅|上升|递增|提速|攀升)/;
/** Going down, whether welcome or not. */
export const decline = /(?:下降|降低|减少|降幅|下调|回落|压减|缩减|精简|压缩|缩短|削减|压降|减量|减幅|收窄|核减)/;

/** Nouns that name a measure: a metric that ends in one is complete. */
export const measureNoun =
  /(?:率|量|额|值|数|收入|支出|面积|规模|比例|比重|占比|浓度|强度|里程|长度|指数|寿命|价格|水平|密度|时间|产值|投资|总和|覆盖面|产能|装机|容量|人口|能耗|排名|倍差|余额|消费|出口|进口|财力|利润|税收|存款|贷款)$/;

/** Nouns that need the one before them: 总数 of what was just counted. */
export const relativeNoun =
  /^(?:总数|总量|总额|总值|总规模|总面积|总里程|总人数|数量|规模|占比|比重|增速|增幅|涨幅|满意率|合格率|成功率|覆盖率|完成率|余额|产值|营收|利润|税收(?!收入)|其中|总市值|倍差|用时|平均用时|排名|位次)/;
