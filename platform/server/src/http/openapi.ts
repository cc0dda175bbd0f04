import swagger from '@fastify/swagger';
import type { Http } from './http.ts';

/** Registered before any route, so that it sees all of them. */
export async function addOpenApi(http: Http, servedAs: string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: servedAs, description: 'Yiwang 一网 HTTP API', version: '0.1.0', license: { name: 'Apache-2.0' } },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'yiwang' },
          device: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  });
  http.get('/api/openapi.json', { config: { action: 'public' }, schema: { hide: true } }, async () => http.swagger());
}
