// Express with the guide's middleware: helmet, CORS, slow-down, rate limit, its pattern check of the input and JWT. PEER_KEY,
// PEER_CERT; prints its port.
import { readFileSync } from 'node:fs';
import https from 'node:https';
import express from 'express';
import cors from 'cors';
import helmet from 'helmet';
import { rateLimit } from 'express-rate-limit';
import { slowDown } from 'express-slow-down';
import jwt from 'jsonwebtoken';
import { answer, privateKey, publicKey } from './tokens.mjs';

const patterns = [/(\bselect\b|\bunion\b|\binsert\b|\bdrop\b).*(\bfrom\b|\binto\b|\btable\b)/i, /<script[^>]*>/i, /\.\.[/\\]/,
                  /[;&|`].*\b(cat|ls|id|wget|curl)\b/i, /\$\{jndi:/i];
const looksHarmless = (value) => !patterns.some((pattern) => pattern.test(value));

const app = express();
app.use(helmet());
app.use(cors({ origin: ['https://app.example.com'] }));
app.use(slowDown({ windowMs: 15 * 60_000, delayAfter: 100_000_000, delayMs: () => 500 }));
app.use(rateLimit({ windowMs: 60_000, limit: 100_000_000, standardHeaders: 'draft-8', legacyHeaders: false }));
app.use(express.json({ limit: '1mb' }));
app.use((request, response, next) =>
    [request.originalUrl, JSON.stringify(request.body ?? {}), JSON.stringify(request.headers)].every(looksHarmless)
        ? next() : response.status(403).json({ error: 'blocked' }));
app.get('/api/protected', (request, response) => {
    try {
        const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
        response.json(answer(jwt.verify(token, publicKey, { algorithms: ['ES256'], issuer: 'bench', audience: 'bench' })));
    } catch {
        response.status(401).json({ error: 'unauthenticated' });
    }
});
// Idle connections stay open, as those of the others do.
const server = https.createServer(
    { keepAliveTimeout: 3_600_000, key: privateKey, cert: readFileSync(process.env.PEER_CERT), minVersion: 'TLSv1.3' }, app);
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
