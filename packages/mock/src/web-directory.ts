import { fileURLToPath } from 'node:url';

/** Folder of the page's files, written by the build; the same seen from `src` and from `dist`. */
export const webDirectory = fileURLToPath(new URL('../dist/web', import.meta.url));
