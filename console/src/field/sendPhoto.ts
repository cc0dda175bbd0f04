import type { StoredFile } from '@yiwang/contract';
import type { Static } from 'typebox';
import { problemOf } from '../api/request.ts';
import { currentSettings } from '../settings/settings.ts';

/** XMLHttpRequest, since fetch tells nothing of an upload's progress. Fails after a minute without an answer. */
export function sendPhoto(
  path: string,
  photo: File,
  onProgress: (percent: number) => void,
): Promise<Static<typeof StoredFile>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?name=${encodeURIComponent(photo.name)}`);
    request.setRequestHeader('content-type', photo.type);
    request.setRequestHeader('accept-language', currentSettings().language);
    request.timeout = 60_000;
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    const failed = (): void => reject(problemOf(0, ''));
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) reject(problemOf(request.status, request.responseText));
      else resolve(JSON.parse(request.responseText));
    });
    request.send(photo);
  });
}
