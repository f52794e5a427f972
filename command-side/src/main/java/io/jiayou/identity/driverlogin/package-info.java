/** Whom an openid or a phone number belongs to: a driver, who is registered at the first login. */
@NullMarked
package io.jiayou.identity.driverlogin;

import org.jspecify.annotations.NullMarked;
