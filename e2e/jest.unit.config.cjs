/** What the end-to-end suites measure with is itself measured. */
module.exports = { ...require('../jest.preset.cjs'), rootDir: __dirname };
