package io.jiayou.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says which verdict a refusal must have. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(Verdict verdict, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(VerificationException.class, refusal -> assertThat(refusal.verdict())
                        .as(refusal.getMessage())
                        .isEqualTo(verdict));
    }

    static boolean refuses(Runnable verification) {
        try {
            verification.run();
            return false;
        } catch (VerificationException e) {
            return true;
        }
    }
}
