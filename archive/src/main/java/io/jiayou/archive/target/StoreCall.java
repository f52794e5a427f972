package io.jiayou.archive.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an S3 store's refusals mean to an archive. */
final class StoreCall {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private StoreCall() {}

    interface Call<T extends @Nullable Object> {
        T make();
    }

    /**
     * Makes a call.
     *
     * @param what is done, a verb
     * @throws NotThere if there is no such object
     * @throws Refused if the object is there already, or somebody writes it at this moment
     */
    static <T extends @Nullable Object> T of(String what, Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (NoSuchKeyException e) {
            throw new NotThere(e);
        } catch (S3Exception e) {
            throw refused(what, e);
        } catch (SdkException e) {
            throw new IOException("the store doesn't answer: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IOException("what is to be stored can't be read", e);
        }
    }

    private static IOException refused(String what, S3Exception e) {
        String message = "the store refuses to " + what + " (status " + e.statusCode() + ")";
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        return switch (e.statusCode()) {
            case CONFLICT, PRECONDITION_FAILED -> new Refused(message, e);
            // An object that isn't there; a bucket that isn't there is another matter, where the store tells.
            case NOT_FOUND -> "NoSuchBucket".equals(code) ? new IOException(message, e) : new NotThere(e);
            default -> new IOException(message, e);
        };
    }

    /** There is no such object. */
    static final class NotThere extends IOException {

        private static final long serialVersionUID = 1L;

        NotThere(Throwable cause) {
            super("no such object", cause);
        }
    }

    /** The object is there, or somebody else is about to write it. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean precondition;

        Refused(String message, S3Exception cause) {
            super(message, cause);
            this.precondition = cause.statusCode() == PRECONDITION_FAILED;
        }

        /** Whether it is there. */
        boolean isPrecondition() {
            return precondition;
        }
    }
}
