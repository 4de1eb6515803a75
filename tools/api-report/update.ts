import { apiReport } from './api-report.ts';

/** Writes the report of what the package in the working folder exports. */
const { file, changed, errors } = await apiReport(process.cwd(), { write: true });
for (const error of errors) console.error(error);
console.log(changed ? `${file} is written.` : `${file} is as it was.`);
process.exitCode = errors.length > 0 ? 1 : 0;
