/** Drivers log in by WeChat. */
@NullMarked
package io.jiayou.identity.wechatlogin;

import org.jspecify.annotations.NullMarked;
