/** What all imports share: how files are read, lines refused, commands sent in parallel and reports streamed. */
@NullMarked
package io.jiayou.imports;

import org.jspecify.annotations.NullMarked;
