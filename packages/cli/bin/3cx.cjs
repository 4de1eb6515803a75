#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'index.cjs');

if (existsSync(built)) {
  require(built)
    .run(process.argv)
    .then((code) => {
      process.exitCode = code;
    });
} else {
  console.error('3cx is not built yet: run "npm run build" in the root of the repository first.');
  process.exitCode = 1;
}
