@NullMarked
package io.jiayou.audit.personal;

import org.jspecify.annotations.NullMarked;
