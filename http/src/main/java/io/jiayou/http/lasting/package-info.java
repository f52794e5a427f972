/** What lasts longer than a request, and ends with the right that it began with. */
@NullMarked
package io.jiayou.http.lasting;

import org.jspecify.annotations.NullMarked;
