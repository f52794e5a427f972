package io.jiayou.identity.events;

/** How somebody proved who they are. */
public enum LoginWay {
    /** By WeChat's mini-program: drivers. */
    WECHAT,
    /** By a code that was sent to a phone: drivers. */
    PHONE,
    /** By a name and a password: staff. */
    PASSWORD,
    /** By a key: programs. */
    KEY,
    /** By reading the data directory of a system on the same machine. */
    TERMINAL
}
