package io.jiayou.backup;

import java.util.Map;

/** How the node that archives logs in at the command side, to say what was pruned. */
@FunctionalInterface
public interface ArchiveLogin {

    /**
     * What is shown where.
     *
     * @param path of the login, such as {@code /api/sessions/machine}
     * @param body what it takes; for one time
     */
    record Proof(String path, Map<String, String> body) {}

    /** A new proof. */
    Proof proof();
}
