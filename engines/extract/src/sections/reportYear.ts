/** What the head of a report tells: its title and the year in which it was given. */
export interface Head {
  readonly title: string;
  readonly year: number | null;
}

/** Title and date stand at the top, before the speech begins. */
const headLength = 1500;

/** Reads the head: 2022年3月26日在…会议上 tells the year; without it, the year of 2022年政府工作安排 does. */
export function headOf(text: string): Head {
  const head = text.slice(0, headLength);
  // （2031年1月8日） under the title tells when it was given, as 2031年1月8日在…会议上 does; 2030年政府工作报告 may be the year reported.
  const dated = /((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:在|[）)]\s)/.exec(head);
  const titled = /((?:19|20)\d\d)\s*年[^\n。，]{0,12}政府工作报告/.exec(head);
  const year = dated?.[1] ?? titled?.[1] ?? plannedYear(text);
  return { title: withPlace(titleOf(head), head), year: year === undefined ? null : Number(year) };
}

/** The year whose work is arranged, or the one after the year whose work is reviewed. */
function plannedYear(text: string): string | undefined {
  const planned =
    /(?:[一二三四五六七八九]、|部分|^)[^\n。，]{0,12}?((?:19|20)\d\d)年[^\n。，]{0,20}(?:任务|安排|部署|重点工作|要求)/m.exec(
      text,
    );
  if (planned !== null) return planned[1];
  const reviewed =
    /(?:一、|部分|^)[^\n。，]{0,12}?((?:19|20)\d\d)年[^\n。，]{0,40}(?:回顾|总结|成就|成绩单|答卷)/m.exec(text);
  return reviewed?.[1] === undefined ? undefined : String(Number(reviewed[1]) + 1);
}

/** The line that says 政府工作报告, with the city's name and the year where they stand in it, also where it is broken into two lines. */
function titleOf(head: string): string {
  const found = /^[ \t\u3000\u200b]*([^\n。，；]{0,30}?(?:政府)?工作报\s{0,4}告)/m.exec(head);
  if (found?.[1] !== undefined) return found[1].replaceAll(/[\s\u200b]+/g, '');
  const speaker = /我代表([一-龥]{1,10}?)(?:人民政府)?[，,]?向大会/.exec(head)?.[1];
  if (speaker !== undefined) return `${speaker}政府工作报告`;
  const first = head.split('\n').find((line) => line.trim() !== '');
  return (first ?? '').trim().slice(0, 60);
}

const congress = /在([一-龥]{1,10}?(?:省|市|县|区|州|盟|旗))(?:第[一二三四五六七八九十]{1,4}届)?人民代表大会/;

/** A title that is only 政府工作报告 gets the place whose congress heard it: reports lie side by side. */
function withPlace(title: string, head: string): string {
  if (!/^(?:政府)?工作报告$/.test(title)) return title;
  const plain = head.replaceAll(/[\s\u200b]+/g, '');
  if (/在第[一二三四五六七八九十]{1,4}届全国人民代表大会/.test(plain)) return `国务院${title}`;
  return `${congress.exec(plain)?.[1] ?? ''}${title}`;
}
