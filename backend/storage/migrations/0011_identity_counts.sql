-- Figures by status and second factor come from this index alone, not from the rows.
CREATE INDEX users_counts ON users (status, mfa_state);
