/** Connections before any request: how many there may be, of whom, and how long each may take for what it does. */
@NullMarked
package io.jiayou.http.connections;

import org.jspecify.annotations.NullMarked;
