/** Who gets as far as a login: addresses that operations let in or keep out, and how many requests each may send. */
@NullMarked
package io.jiayou.http.perimeter;

import org.jspecify.annotations.NullMarked;
