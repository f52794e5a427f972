/** What requests may give: checks that follow from the kinds of values themselves, which the API's document is made of as well. */
@NullMarked
package io.jiayou.http.given;

import org.jspecify.annotations.NullMarked;
