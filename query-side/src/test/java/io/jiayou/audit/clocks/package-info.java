@NullMarked
package io.jiayou.audit.clocks;

import org.jspecify.annotations.NullMarked;
