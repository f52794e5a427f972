package io.jiayou.identity.wechatlogin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real WeChat, as soon as {@code JIAYOU_WECHAT_APP_ID} and {@code JIAYOU_WECHAT_APP_SECRET} are set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("JIAYOU_WECHAT_APP_ID")
class WechatConfiguration {

    @Bean
    WechatApp wechatApp(
            @Value("${JIAYOU_WECHAT_APP_ID}") String appId,
            @Value("${JIAYOU_WECHAT_APP_SECRET}") String secret,
            @Value("${jiayou.wechat.address:https://api.weixin.qq.com}") String address) {
        return new WechatApp(address, appId, secret);
    }
}
