/** Where secrets and what proves them are kept: neither events nor a read model. */
@NullMarked
package io.jiayou.identity.credentials;

import org.jspecify.annotations.NullMarked;
