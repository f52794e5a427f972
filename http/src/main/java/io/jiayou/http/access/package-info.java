/** Who calls, and what they may: tokens are checked by published keys, requests by the table of rights. */
@NullMarked
package io.jiayou.http.access;

import org.jspecify.annotations.NullMarked;
