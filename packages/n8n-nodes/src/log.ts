import type { Logger } from '@org/3cx-core';
import { LoggerProxy } from 'n8n-workflow';
import { LOG_LEVELS, type LogLevel } from './environment';

/** n8n's own log, from `level` upwards. One phone system serves many nodes, so the log is the process's. */
export function logFrom(level: LogLevel): Logger {
  const writes = (line: LogLevel) => LOG_LEVELS.indexOf(line) >= LOG_LEVELS.indexOf(level);
  return {
    debug: (message, context) => {
      if (writes('debug')) LoggerProxy.debug(`3CX: ${message}`, { ...context });
    },
    info: (message, context) => {
      if (writes('info')) LoggerProxy.info(`3CX: ${message}`, { ...context });
    },
    warn: (message, context) => {
      if (writes('warn')) LoggerProxy.warn(`3CX: ${message}`, { ...context });
    },
    error: (message, context) => {
      if (writes('error')) LoggerProxy.error(`3CX: ${message}`, { ...context });
    },
  };
}
