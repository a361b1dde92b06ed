// Fastify with JWT, rate limit and helmet: GET /api/protected over TLS 1.3. PEER_KEY, PEER_CERT; prints its port.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import helmet from '@fastify/helmet';
import fastifyJwt from '@fastify/jwt';
import rateLimit from '@fastify/rate-limit';
import { answer, privateKey, publicKey } from './tokens.mjs';

// Idle connections stay open, as those of the others do.
const app = Fastify({
    keepAliveTimeout: 3_600_000,
    https: { key: privateKey, cert: readFileSync(process.env.PEER_CERT), minVersion: 'TLSv1.3' },
});
await app.register(helmet);
await app.register(rateLimit, { max: 100_000_000, timeWindow: '1 minute' });
await app.register(fastifyJwt, {
    secret: { private: privateKey, public: publicKey },
    sign: { algorithm: 'ES256' },
    verify: { algorithms: ['ES256'], allowedIss: 'bench', allowedAud: 'bench' },
});
app.get('/api/protected', { onRequest: (request) => request.jwtVerify() }, (request) => answer(request.user));
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`listening on ${app.server.address().port}`);
