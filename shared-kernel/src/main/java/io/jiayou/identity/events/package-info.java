/** What happened to accounts, keys and sessions, without anything secret. */
@NullMarked
package io.jiayou.identity.events;

import org.jspecify.annotations.NullMarked;
