@NullMarked
package io.jiayou.security.record;

import org.jspecify.annotations.NullMarked;
