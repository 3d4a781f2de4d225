/**
 * The history of figures, kept on this computer in an SQLite file; see
 * docs/decisions/0010-history-in-sqlite.md.
 */
@NullMarked
package net.pesulabs.console.source.history;

import org.jspecify.annotations.NullMarked;
