/** Network addresses: whose they are, what is kept of them, which lie in a range. */
@NullMarked
package io.jiayou.http.addresses;

import org.jspecify.annotations.NullMarked;
