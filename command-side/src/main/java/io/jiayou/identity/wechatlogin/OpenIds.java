package io.jiayou.identity.wechatlogin;

import io.jiayou.http.ProblemException;

/** Turns the code that {@code wx.login} gave the mini-program into the openid of the person who holds the phone. */
@FunctionalInterface
interface OpenIds {

    /**
     * @param code good for one time and five minutes
     * @throws ProblemException LOGIN_REFUSED for a code that isn't good, TOO_MANY_ATTEMPTS or UNAVAILABLE when WeChat
     *     doesn't tell now
     */
    String of(String code);
}
