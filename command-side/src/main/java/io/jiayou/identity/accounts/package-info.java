/** The accounts of staff, and who manages them. */
@NullMarked
package io.jiayou.identity.accounts;

import org.jspecify.annotations.NullMarked;
