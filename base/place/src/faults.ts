import { catalogue } from '@yiwang/faults';

export const placeFaults = catalogue('place', {
  outOfRange: {
    status: 422,
    title: { zh: '经纬度有误', en: 'Coordinates out of range' },
    detail: {
      zh: '经度 {longitude}、纬度 {latitude} 不在地球上。',
      en: 'Longitude {longitude}, latitude {latitude} is not on the earth.',
    },
    help: {
      zh: '经度在 -180 到 180 之间，纬度在 -90 到 90 之间（WGS-84）。',
      en: 'Longitude is -180 to 180, latitude -90 to 90 (WGS-84).',
    },
  },
  malformedGridCode: {
    status: 422,
    title: { zh: '网格编码有误', en: 'Malformed grid code' },
    detail: { zh: '“{code}” 不是 15 位单元网格编码。', en: '“{code}” is no 15-digit grid code.' },
    help: {
      zh: '编码由 6 位区划、3 位街道、3 位社区和 3 位网格组成（GB/T 30428）。',
      en: 'It is made of 6 digits of the district, 3 of the street, 3 of the community, 3 of the grid (GB/T 30428).',
    },
  },
  malformedPolygon: {
    status: 422,
    title: { zh: '多边形有误', en: 'Malformed polygon' },
    detail: { zh: '多边形的环至少需要三个点：{ring}。', en: 'A ring needs three points or more: {ring}.' },
    help: { zh: '请修正边界数据。', en: 'Mend the boundary.' },
  },
});
