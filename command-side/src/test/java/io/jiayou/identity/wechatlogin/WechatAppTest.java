package io.jiayou.identity.wechatlogin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WechatAppTest {

    @Test
    void keepsItsSecretOutOfLogs() {
        assertThat(new WechatApp("https://wechat.example", "wx1", "a secret of the app's"))
                .hasToString("wx1 at https://wechat.example");
    }
}
