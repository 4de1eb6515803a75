import { fileURLToPath } from 'node:url';

/** Folder of the audio files that the mock's web server offers; beside `src` and beside `dist`. */
export const promptsDirectory = fileURLToPath(new URL('../prompts', import.meta.url));
