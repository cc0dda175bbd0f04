/** What is taken of one document: a report with its pictures as PDF has some MB. */
export const mostReportBytes = 40 * 1024 * 1024;
