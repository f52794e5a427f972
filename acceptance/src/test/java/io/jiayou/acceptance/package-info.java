/** The whole journey over HTTP, on each pair of stores that the system runs on. */
@NullMarked
package io.jiayou.acceptance;

import org.jspecify.annotations.NullMarked;
