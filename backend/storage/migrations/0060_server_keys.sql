-- Private keys of certificates that the server has made itself (backend/vault/own_keys.h), sealed; `fingerprint` is the certificate's.
CREATE TABLE server_keys (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    private_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
