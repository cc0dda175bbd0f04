import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from './http.ts';

/**
 * The built console. Files under /assets carry a hash in their name and are cached for good; everything else that is no file
 * is a page of the console, which reads the address itself.
 */
export async function addConsoleFiles(http: Http, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(path.join(folder, 'index.html'))) return;
  await http.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  http.get('/*', { config: { action: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const [asked = '/'] = request.url.split('?', 1);
    if (/^\/(api|sta|health|ready|metrics)(\/|$)/.test(asked)) throw faults.notFound({ what: asked.slice(0, 200) });
    const { '*': inside } = request.params as { '*': string };
    if (path.posix.normalize(inside).startsWith('..')) throw faults.notFound({ what: asked.slice(0, 200) });
    const isFile = inside !== '' && !inside.includes('\0') && /\.[a-z0-9]+$/i.test(inside);
    if (!isFile) return reply.sendFile('index.html', { maxAge: 0, immutable: false });
    return inside.startsWith('assets/')
      ? reply.sendFile(inside, { maxAge: '365d', immutable: true })
      : reply.sendFile(inside, { maxAge: '1h', immutable: false });
  });
}
