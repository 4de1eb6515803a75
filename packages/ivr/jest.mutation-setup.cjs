const fc = require('fast-check');

/** A mutant is dead with its first counterexample: no need for a smaller one, nor for as many stories. */
fc.configureGlobal({ endOnFailure: true });
process.env.STORIES = '1500';
