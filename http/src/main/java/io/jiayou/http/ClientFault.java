package io.jiayou.http;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What a client causes and the server can't mend: a body that ends too early, is sent in bad pieces or isn't sent on, a connection that was cut. Nobody
 * learns anything from a stack trace of it.
 */
final class ClientFault {

    private static final int DEEPEST = 20;

    private ClientFault() {}

    static boolean isOne(@Nullable Throwable failure) {
        // as the server itself says that a body ended too early, or that nothing more of it came; others' streams end,
        // and others'
        // sockets are silent, in others' exceptions
        if (failure instanceof EOFException || failure instanceof SocketTimeoutException) {
            return true;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof BadRequestException
                    || cause instanceof BrokenBody
                    || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
