package io.jiayou.http.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of a request, for other threads that go on answering it: whatever asks who the caller is hears it there too. */
public final class OnBehalf {

    private final @Nullable Authentication authentication;

    private OnBehalf(@Nullable Authentication authentication) {
        this.authentication = authentication;
    }

    /** Of the request that this thread answers. */
    public static OnBehalf ofCurrent() {
        return new OnBehalf(SecurityContextHolder.getContext().getAuthentication());
    }

    public void run(Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(authentication);
        SecurityContextHolder.setContext(own);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
