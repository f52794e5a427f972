package io.jiayou.audit.log;

import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.readmodel.documents.Statement;
import io.jiayou.readmodel.documents.Statements;
import io.jiayou.transparency.Note;

/** Signs what generations of read models are the folds of, once the log covers those events. */
final class StatementSigning implements Runnable {

    private final AuditLog log;
    private final Statements statements;

    StatementSigning(AuditLog log, Statements statements) {
        this.log = log;
        this.statements = statements;
    }

    @Override
    public void run() {
        SignedTree tree = log.newest();
        for (Statement statement : statements.unsigned(tree.size())) {
            ReadModelStatement said = new ReadModelStatement(
                    log.origin(),
                    statement.model(),
                    statement.generation(),
                    tree.headAt(statement.position() + 1),
                    statement.documents(),
                    statement.hash(),
                    statement.software());
            Note note = log.sign(said);
            statements.sign(statement, note.format());
        }
    }
}
