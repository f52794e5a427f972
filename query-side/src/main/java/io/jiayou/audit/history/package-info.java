/** The events themselves, found and shown with who and what caused them. */
@NullMarked
package io.jiayou.audit.history;

import org.jspecify.annotations.NullMarked;
