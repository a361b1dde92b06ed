-- Threat scores (backend/protection/threats): what each signal is worth where that was changed, points in force so that they outlive
-- the locking of the vault, and the highest score of each address by hour, for a day. Points and amounts in thousandths.
CREATE TABLE threat_weights (
    signal TEXT NOT NULL PRIMARY KEY,
    points BIGINT NOT NULL,
    most BIGINT NOT NULL
);
CREATE TABLE threat_scores (
    address TEXT NOT NULL,
    signal TEXT NOT NULL,
    points BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    counted_of BIGINT NOT NULL,
    subject TEXT NOT NULL,
    seen_first BIGINT NOT NULL,
    seen_last BIGINT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (address, signal)
);
CREATE TABLE threat_peaks (
    address TEXT NOT NULL,
    hour BIGINT NOT NULL,
    peak BIGINT NOT NULL,
    reached_at BIGINT NOT NULL,
    PRIMARY KEY (address, hour)
);
CREATE INDEX threat_peaks_by_peak ON threat_peaks (peak, address);
-- A vault that has been in use before only looks on: what its clients are used to stays, until somebody says enforce.
INSERT INTO settings (key, value, updated_at)
    SELECT 'protection.mode', 'observe', created_at FROM users ORDER BY created_at DESC LIMIT 1;
INSERT INTO settings (key, value, updated_at)
    SELECT 'slow_down.mode', 'observe', created_at FROM users ORDER BY created_at DESC LIMIT 1;
