package io.jiayou.readmodel.documents;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Another node wrote the same documents meanwhile: this one lost its claim without noticing, for instance in a long
 * pause of its JVM. Whoever holds the claim goes on; nothing was overwritten.
 */
public final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OvertakenException(Generation generation, @Nullable Throwable cause) {
        super("Another node has written documents of " + generation.name() + " meanwhile", cause);
    }

    static <T> T translated(Generation generation, Supplier<T> write) {
        try {
            return write.get();
        } catch (MongoBulkWriteException e) {
            boolean existed = e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            throw existed ? new OvertakenException(generation, e) : e;
        }
    }
}
