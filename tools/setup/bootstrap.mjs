/**
 * `node tools/setup/bootstrap.mjs start | test | e2e | bench | performance-check | build [-- arguments]`: everything
 * the task needs on a fresh clone, then the task. Nothing is imported before Node's
 * own version has been looked at, so that an old Node gets a sentence and not a
 * syntax error.
 */
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 20) {
  console.error(
    `This project needs Node.js 20 or newer, and this is ${process.version}: install it from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

const { runTask } = await import('./tasks.mjs');
process.exitCode = await runTask(process.argv[2], process.argv.slice(3));
