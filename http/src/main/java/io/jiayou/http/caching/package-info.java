/** What clients may keep of answers: nothing without asking, and what they have already isn't sent to them again. */
@NullMarked
package io.jiayou.http.caching;

import org.jspecify.annotations.NullMarked;
