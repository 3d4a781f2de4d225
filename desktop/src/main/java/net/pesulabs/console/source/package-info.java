/**
 * Where facts come from, one package per outside system, and what those packages share: asking over
 * HTTP, asking again and again, and the reasons why an answer is not there.
 */
@NullMarked
package net.pesulabs.console.source;

import org.jspecify.annotations.NullMarked;
