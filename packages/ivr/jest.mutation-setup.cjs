const fc = require('fast-check');

/** A mutant is dead with its first counterexample: no need for a smaller one. */
fc.configureGlobal({ endOnFailure: true });
