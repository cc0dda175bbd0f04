import { catalogue } from '@yiwang/faults';

export const senseFaults = catalogue('sense', {
  unknownDatastream: {
    status: 422,
    title: { zh: '未登记的数据流', en: 'Unknown datastream' },
    detail: { zh: '数据流 {datastream} 未登记。', en: 'Datastream {datastream} is not registered.' },
    help: { zh: '请先登记感知设备及其数据流。', en: 'Register the thing and its datastream first.' },
  },
  unreadable: {
    status: 400,
    title: { zh: '报文无法解析', en: 'The message can’t be read' },
    detail: { zh: '{reason}', en: '{reason}' },
    help: {
      zh: '请发送 SensorThings 1.1 的 Observation 或 dataArray（JSON，UTF-8）。',
      en: 'Send a SensorThings 1.1 Observation or data array, JSON in UTF-8.',
    },
  },
  badObservations: {
    status: 422,
    title: { zh: '观测数据有误', en: 'Some observations are wrong' },
    detail: {
      zh: '{count} 条有误，全部未入库；首先是第 {first} 条：{reason}',
      en: '{count} are wrong and none was stored; the first is number {first}: {reason}',
    },
    help: { zh: '请按所列序号更正后整批重发。', en: 'Mend those that are listed by index and send all again.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: '报文过大', en: 'Message too large' },
    detail: { zh: '超过上限：{limit}。', en: 'More than the limit: {limit}.' },
    help: { zh: '请拆成较小的批次。', en: 'Send it in smaller batches.' },
  },
  notAllowed: {
    status: 403,
    title: { zh: '不允许写入该数据流', en: 'Not allowed to write to this datastream' },
    detail: { zh: '{username} 不拥有 {topic}。', en: '{username} does not own {topic}.' },
    help: { zh: '请用登记该设备时发放的凭证。', en: 'Use the credential that was issued for this thing.' },
  },
  unknownThing: {
    status: 404,
    title: { zh: '未登记的设备', en: 'Unknown thing' },
    detail: { zh: '{region} 没有设备 {thing}。', en: 'There is no thing {thing} in {region}.' },
    help: { zh: '请核对编号与区划代码。', en: 'Check the id and the district code.' },
  },
  thingInvalid: {
    status: 422,
    title: { zh: '设备登记有误', en: 'The registration is wrong' },
    detail: { zh: '{field} 的值 {value} 不可用。', en: 'The value {value} of {field} can’t be used.' },
    help: { zh: '请按说明更正该字段。', en: 'Mend that field.' },
  },
  fileUnusable: {
    status: 422,
    title: { zh: '文件无法导入', en: 'The file can’t be imported' },
    detail: { zh: '第 {line} 行：{reason}', en: 'Line {line}: {reason}' },
    help: {
      zh: '需要 UTF-8 的 CSV，首行为 timestamp,value。',
      en: 'A UTF-8 CSV with the header timestamp,value is needed.',
    },
  },
  portTaken: {
    status: 503,
    title: { zh: 'MQTT 端口无法监听', en: 'The MQTT port can’t be opened' },
    detail: { zh: '{host}:{port}：{reason}', en: '{host}:{port}: {reason}' },
    help: { zh: '请换一个端口，或停止占用它的程序。', en: 'Choose another port or stop what uses it.' },
  },
});
