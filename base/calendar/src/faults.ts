import { catalogue } from '@yiwang/faults';

export const calendarFaults = catalogue('calendar', {
  malformed: {
    status: 422,
    title: { zh: '工作日历有误', en: 'The working calendar is not right' },
    detail: { zh: '日历 {calendar}：{reason}', en: 'Calendar {calendar}: {reason}' },
    help: { zh: '请修正日历文件后重试。', en: 'Mend the calendar file and try again.' },
  },
  noWorkingTime: {
    status: 422,
    title: { zh: '日历中没有工作时间', en: 'The calendar has no working time' },
    detail: {
      zh: '日历 {calendar} 在十年内没有足够的工作时间。',
      en: 'Calendar {calendar} has not enough working time within ten years.',
    },
    help: { zh: '请检查工作时段与节假日。', en: 'Check its hours and holidays.' },
  },
  outOfRange: {
    status: 422,
    title: { zh: '日期超出日历范围', en: 'The date is out of the calendar’s range' },
    detail: {
      zh: '日历 {calendar} 只回答 1900 年至 2199 年的问题。',
      en: 'Calendar {calendar} answers for the years 1900 to 2199 only.',
    },
    help: { zh: '请检查日期或期限。', en: 'Check the date or the time limit.' },
  },
  unknown: {
    status: 404,
    title: { zh: '没有这个工作日历', en: 'No such working calendar' },
    detail: {
      zh: '没有日历 {calendar} 的版本 {version}。',
      en: 'There is no version {version} of calendar {calendar}.',
    },
    help: { zh: '请先导入该版本。', en: 'Import that version first.' },
  },
  versionTaken: {
    status: 409,
    title: { zh: '该版本已存在且内容不同', en: 'That version is there with another content' },
    detail: {
      zh: '日历 {calendar} 的版本 {version} 已存在。',
      en: 'Version {version} of calendar {calendar} is there already.',
    },
    help: {
      zh: '已发布的版本不可改动，请换一个新版本号。',
      en: 'A published version never changes; give the new one a new number.',
    },
  },
});
