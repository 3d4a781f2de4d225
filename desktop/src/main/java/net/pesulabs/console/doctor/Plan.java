package net.pesulabs.console.doctor;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * How a target is to be examined.
 *
 * @param lanes finds the ways to it, the preferred one first, and at least one; may block
 */
record Plan(Target target, Callable<List<Lane>> lanes) {}
