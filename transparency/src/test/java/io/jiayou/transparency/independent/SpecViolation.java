package io.jiayou.transparency.independent;

/** A log isn't what the specifications ask for; the message says where. */
public final class SpecViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SpecViolation(String message) {
        super(message);
    }

    public SpecViolation(String message, Throwable cause) {
        super(message, cause);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new SpecViolation(otherwise);
        }
    }
}
