/**
 * The API's document: what {@code /v3/api-docs} says is made of what the code says anyway, the values' kinds, the answers'
 * types and the table of rights.
 */
@NullMarked
package io.jiayou.http.document;

import org.jspecify.annotations.NullMarked;
