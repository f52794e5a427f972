package io.jiayou.http.access;

import org.springframework.security.core.AuthenticationException;

/** A token can't be believed yet: the node hasn't read which sessions have ended. */
final class UnknownYet extends AuthenticationException {

    private static final long serialVersionUID = 1;

    UnknownYet() {
        super("which sessions have ended isn't known here yet");
    }
}
