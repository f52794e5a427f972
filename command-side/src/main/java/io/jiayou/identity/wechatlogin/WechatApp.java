package io.jiayou.identity.wechatlogin;

/**
 * Our mini-program as WeChat knows it.
 *
 * @param address where WeChat's server interface is, without a slash at its end
 */
public record WechatApp(String address, String appId, String secret) {

    /** Secrets don't get into logs. */
    @Override
    public String toString() {
        return appId + " at " + address;
    }
}
