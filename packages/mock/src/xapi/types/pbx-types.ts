import { dnTypes } from './dn-types';
import { reportTypes } from './report-types';
import { routingTypes } from './routing-types';
import { settingsTypes } from './settings-types';
import { systemTypes } from './system-types';
import { parseTypes } from './type-library';
import type { TypeLibrary } from './type-library';
import { userTypes } from './user-types';

let library: TypeLibrary | undefined;

/** The types of the XAPI's own entities, read on first use. */
export function pbxTypes(): TypeLibrary {
  return (library ??= parseTypes(dnTypes, userTypes, routingTypes, settingsTypes, systemTypes, reportTypes));
}
