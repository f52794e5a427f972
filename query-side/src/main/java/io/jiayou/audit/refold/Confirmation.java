package io.jiayou.audit.refold;

import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one statement.
 *
 * @param name the statement's name
 * @param statement what it says; none if it can't be read
 * @param verdict {@code HOLDS}, {@code OTHER_FOLD} if the events fold to something else, or why it isn't to be believed
 * @param status the exit status that goes with it: 0, 20, or as for the verification of a log
 * @param detail one sentence
 */
public record Confirmation(
        String name, @Nullable ReadModelStatement statement, String verdict, int status, String detail) {

    private static final int FIRST_STATUS = 10;
    /** Behind those of the verification. */
    private static final int OTHER_FOLD = 20;

    public boolean holds() {
        return status == 0;
    }

    static Confirmation holds(String name, ReadModelStatement statement) {
        return new Confirmation(name, statement, "HOLDS", 0, "the fold of exactly these events");
    }

    static Confirmation otherFold(String name, ReadModelStatement statement, String detail) {
        return new Confirmation(name, statement, "OTHER_FOLD", OTHER_FOLD, detail);
    }

    static Confirmation refused(String name, @Nullable ReadModelStatement statement, Verdict verdict, String detail) {
        return new Confirmation(name, statement, verdict.name(), FIRST_STATUS + verdict.ordinal(), detail);
    }

    static Confirmation refused(String name, VerificationException why) {
        return refused(name, null, why.verdict(), String.valueOf(why.getMessage()));
    }
}
