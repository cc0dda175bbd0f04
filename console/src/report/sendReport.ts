import type { Report } from '@yiwang/contract';
import { problemOf, queryOf } from '../api/request.ts';
import { currentSettings } from '../settings/settings.ts';
import { reportsApi } from './useReports.ts';

/**
 * Sends a file as it is; the server finds out what it holds. XMLHttpRequest, since fetch tells nothing of an upload's
 * progress. Fails after five minutes without an answer (a large PDF on a slow line).
 */
export function sendReport(
  file: File,
  onProgress: (percent: number) => void,
): Promise<{ readonly report: Report; readonly isNew: boolean }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${reportsApi}${queryOf({ name: file.name.slice(-200) })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentSettings().language);
    request.timeout = 300_000;
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(Math.floor((loaded / total) * 100));
    });
    request.upload.addEventListener('load', () => onProgress(100));
    const failed = (): void => reject(problemOf(0, ''));
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) reject(problemOf(request.status, request.responseText));
      else resolve({ report: JSON.parse(request.responseText), isNew: request.status === 201 });
    });
    request.send(file);
  });
}
