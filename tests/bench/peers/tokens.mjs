// What both peers ask for: a token by ES256, as Sallyport's are. node tokens.mjs KEY_FILE prints one.
import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';

export const privateKey = readFileSync(process.env.PEER_KEY);
export const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
export const makeToken = () =>
    jwt.sign({ name: 'Bench', email: 'bench@example.org', roles: ['admin'] }, privateKey,
             { algorithm: 'ES256', subject: '01J00000000000000000000000', issuer: 'bench', audience: 'bench', expiresIn: '1h' });
export const answer = (claims) => ({ data: { message: 'You are signed in.', user: {
    id: claims.sub, name: claims.name, email: claims.email, roles: claims.roles } } });

if (process.argv[2] === 'print')
    process.stdout.write(makeToken());
