package io.jiayou.backup;

import io.jiayou.archive.Heads;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;

/** The audit log, as archives end at its checkpoints. */
public record LogHeads(AuditLog audit) implements Heads {

    @Override
    public TrustedLog log() {
        return audit.trustedEver();
    }

    @Override
    public SignedCheckpoint newest() {
        return audit.newest().checkpoint();
    }

    @Override
    public SignedCheckpoint at(long size) {
        return audit.checkpointAt(size);
    }
}
