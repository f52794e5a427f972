/** One line for each request that was answered, in a file of a bounded size, without what would say who somebody is. */
@NullMarked
package io.jiayou.http.accesslog;

import org.jspecify.annotations.NullMarked;
