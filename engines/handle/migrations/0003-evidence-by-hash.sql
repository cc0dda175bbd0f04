-- Who may read a stored file is asked by its hash alone.
CREATE INDEX evidence_hash ON handle.evidence (hash);
