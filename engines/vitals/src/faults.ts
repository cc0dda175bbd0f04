import { catalogue } from '@yiwang/faults';

export const vitalsFaults = catalogue('vitals', {
  unknownCrossing: {
    status: 404,
    title: { zh: '没有这次越界', en: 'Unknown crossing' },
    detail: { zh: '{region} 没有越界 {id}。', en: 'There is no crossing {id} in {region}.' },
    help: { zh: '请核对编号与区划代码。', en: 'Check the id and the district code.' },
  },
});
