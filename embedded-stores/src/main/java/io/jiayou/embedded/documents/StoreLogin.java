package io.jiayou.embedded.documents;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who may use the server: whoever knows a password that is made anew at every start, and is nowhere but in this process's memory. Each
 * connection shows it once, by SASL PLAIN (RFC 4616): it doesn't leave the machine.
 */
final class StoreLogin {

    /** What SASL calls it, and MongoDB too. */
    static final String MECHANISM = "PLAIN";

    private static final String USER = "jiayou";
    private static final int PASSWORD_BYTES = 32;
    private static final AttributeKey<Boolean> LOGGED_IN = AttributeKey.valueOf("jiayou-logged-in");

    private final String password;

    private StoreLogin(String password) {
        this.password = password;
    }

    static StoreLogin random() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new StoreLogin(HexFormat.of().formatHex(random));
    }

    /** What a driver connects to. */
    String uri(int port, String database) {
        return "mongodb://" + USER + ':' + password + "@127.0.0.1:" + port + '/' + database + "?authMechanism="
                + MECHANISM + "&authSource=$external";
    }

    /**
     * Lets a connection in, if it knows the password. How long that takes doesn't depend on how much of it is right.
     *
     * @param message as PLAIN has it: an identity, a user and a password, with zeros between them
     */
    boolean admits(Channel channel, byte[] message) {
        int user = indexOf(message, 0);
        byte[] shown = user < 0 ? new byte[0] : Arrays.copyOfRange(message, user + 1, message.length);
        byte[] right = (USER + '\0' + password).getBytes(StandardCharsets.UTF_8);
        boolean known = MessageDigest.isEqual(right, shown);
        if (known) {
            channel.attr(LOGGED_IN).set(true);
        }
        return known;
    }

    private static int indexOf(byte[] message, int wanted) {
        for (int at = 0; at < message.length; at++) {
            if (message[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    static boolean hasAdmitted(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(LOGGED_IN).get());
    }
}
