package io.jiayou.http.lasting;

import io.jiayou.http.access.Callers;
import io.jiayou.http.access.Right;
import io.jiayou.http.addresses.Peers;
import jakarta.servlet.http.HttpServletRequest;

/** By what right a request may go on after it was answered. */
public final class Rights {

    private Rights() {}

    /** Of the request that this thread answers. */
    public static Right of(HttpServletRequest request) {
        return Callers.right(Peers.of(request));
    }
}
