/** Operations let ranges of addresses in, keep them out, and take them off the list. */
@NullMarked
package io.jiayou.security.listaddresses;

import org.jspecify.annotations.NullMarked;
