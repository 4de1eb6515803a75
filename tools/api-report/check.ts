import { apiReport } from './api-report.ts';

/** Exits with 1 when the package in the working folder exports something else than its report says. */
const { file, changed, errors } = await apiReport(process.cwd(), { write: false });
for (const error of errors) console.error(error);
if (changed) {
  console.error(
    `${file} is not what the package exports: run npm run update-api, and commit the report with the change, so that it is seen.`,
  );
}
process.exitCode = changed || errors.length > 0 ? 1 : 0;
