package io.jiayou.identity.events;

/** How somebody proved who they are. */
public enum LoginWay {
    WECHAT,
    PHONE,
    PASSWORD,
    KEY,
    /** By reading the data directory of a system on the same machine. */
    TERMINAL
}
