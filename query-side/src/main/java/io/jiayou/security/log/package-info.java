/** What happened to the system's security, for operations and auditors: logins, refusals, privileges, exports, lists. */
@NullMarked
package io.jiayou.security.log;

import org.jspecify.annotations.NullMarked;
