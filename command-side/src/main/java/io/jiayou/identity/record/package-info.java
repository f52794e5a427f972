/** What happens to accounts, keys and sessions becomes events. */
@NullMarked
package io.jiayou.identity.record;

import org.jspecify.annotations.NullMarked;
