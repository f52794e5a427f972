/** Importing fuel-card transactions from CSV files: every fuel line becomes a paid, dispensed and completed order. */
@NullMarked
package io.jiayou.imports.transactions;

import org.jspecify.annotations.NullMarked;
