import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

export interface ApiReport {
  /** Relative to the package's folder. */
  readonly file: string;
  /** The report of before is not what the package exports now; when written, it is from here on. */
  readonly changed: boolean;
  /** What stands in the way of a report, one sentence each. */
  readonly errors: readonly string[];
}

/**
 * Compares what a built package exports with its report in `api/`, and writes the report
 * when told to.
 * @param folder of the package; its `dist/index.d.mts` is read
 * @throws when the package has not been built
 */
export async function apiReport(folder: string, { write }: { readonly write: boolean }): Promise<ApiReport> {
  const { name } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name: string };
  const fileName = `${name.replace(/^@.*\//, '')}.api.md`;
  await mkdir(join(folder, 'api'), { recursive: true });
  await mkdir(join(folder, 'test-results'), { recursive: true });
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, 'dist/index.d.mts'),
      // The compiler options of users, not those that the sources are checked with.
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2023',
            module: 'nodenext',
            moduleResolution: 'nodenext',
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          include: ['dist/index.d.mts'],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: fileName,
        reportFolder: join(folder, 'api'),
        reportTempFolder: join(folder, 'test-results'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const errors: string[] = [];
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: write,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error)
        errors.push(message.formatMessageWithLocation(folder));
      message.handled = true;
    },
  });
  return { file: `api/${fileName}`, changed: apiReportChanged, errors };
}
