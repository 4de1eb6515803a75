/** A failed start of a server in one sentence that says what to do. */
export function startFailure(error: unknown): Error {
  const { code, port, path, message } = fieldsOf(error);
  switch (code) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is in use: choose another, or 0 for any free one.`, { cause: error });
    case 'EACCES':
      return new Error(`Port ${port} needs more rights than you have: choose one above 1023.`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error('--host is not an address of this machine: choose one that is, e.g. 127.0.0.1.', {
        cause: error,
      });
    case 'EEXIST':
      return new Error(`${path} is there already and is not written over: name another file.`, {
        cause: error,
      });
    case 'ENOENT':
      return new Error(`${path} is not there: check the name and its folder.`, { cause: error });
    case 'not-a-recording':
    case 'bad-tenants':
      return new Error(message, { cause: error });
    default:
      return new Error(`It could not start: ${message}`, { cause: error });
  }
}

/** By shape, not by class: system errors may come from another realm. */
function fieldsOf(error: unknown): Record<'code' | 'port' | 'path' | 'message', string> {
  if (typeof error !== 'object' || error === null) {
    return { code: '', port: '', path: '', message: String(error) };
  }
  return {
    code: 'code' in error ? String(error.code) : '',
    port: 'port' in error ? String(error.port) : '',
    path: 'path' in error ? String(error.path) : '',
    message: 'message' in error ? String(error.message) : '',
  };
}
