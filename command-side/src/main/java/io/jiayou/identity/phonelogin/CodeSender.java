package io.jiayou.identity.phonelogin;

/** Brings a code to a phone. */
@FunctionalInterface
public interface CodeSender {

    /**
     * @param phone E.164
     * @param code six digits, good for five minutes
     */
    void send(String phone, String code);
}
