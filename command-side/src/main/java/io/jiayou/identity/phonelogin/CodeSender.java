package io.jiayou.identity.phonelogin;

/** Brings texts to a phone. Whoever sends them says what they are for: a code is read out to a stranger more easily than a sentence. */
public interface CodeSender {

    /**
     * A code to log in.
     *
     * @param phone E.164
     * @param code six digits, good for five minutes
     */
    void send(String phone, String code);

    /**
     * A code to make this the number of a driver who is logged in.
     *
     * @param phone E.164
     * @param code six digits, good for five minutes
     */
    void sendForChange(String phone, String code);

    /**
     * That a driver doesn't log in by this number any more.
     *
     * @param phone E.164
     */
    void tellOfChange(String phone);
}
