package io.jiayou.transparency;

/** Something was not accepted; {@link #verdict()} says why in one word, the message in one sentence. */
public final class VerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    public VerificationException(Verdict verdict, String message) {
        super(message);
        this.verdict = verdict;
    }

    public VerificationException(Verdict verdict, String message, Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    static VerificationException malformed(String message) {
        return new VerificationException(Verdict.MALFORMED, message);
    }
}
