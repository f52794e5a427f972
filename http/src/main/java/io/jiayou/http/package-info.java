/** What both sides' HTTP answers share: problem details, correlation ids, limits. */
@NullMarked
package io.jiayou.http;

import org.jspecify.annotations.NullMarked;
