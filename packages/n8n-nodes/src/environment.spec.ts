import {
  defaultMaxConcurrentCalls,
  defaultTimeoutSeconds,
  defaultTransferTimeoutSeconds,
  readEnvironment,
} from './environment';

describe('the N8N_3CX_… variables', () => {
  it('have built-in defaults, also when they are blank', () => {
    expect(readEnvironment({ N8N_3CX_DEFAULT_SERVER: ' ', N8N_3CX_TIMEOUT: '' })).toEqual({
      defaultServer: '',
      defaultExtension: '',
      timeoutMs: 30_000,
      requestTimeoutMs: 15_000,
      connectionPoolSize: 5,
      keepAliveTimeoutMs: 30_000,
      retryAttempts: 3,
      clientSecret: '',
      maxConcurrentCalls: 0,
      webhookSecret: '',
      webhookTimeoutMs: 30_000,
      logLevel: 'info',
    });
  });

  it('are read as the guide gives them', () => {
    const environment = readEnvironment({
      N8N_3CX_DEFAULT_SERVER: ' https://pbx.example.com:5001 ',
      N8N_3CX_DEFAULT_EXTENSION: '888',
      N8N_3CX_TIMEOUT: '45000',
      N8N_3CX_REQUEST_TIMEOUT: '8000',
      N8N_3CX_CONNECTION_POOL_SIZE: '10',
      N8N_3CX_KEEPALIVE_TIMEOUT: '60000',
      N8N_3CX_RETRY_ATTEMPTS: '5',
      N8N_3CX_CLIENT_SECRET: ' from-the-environment ',
      N8N_3CX_MAX_CONCURRENT_CALLS: '10',
      N8N_3CX_WEBHOOK_SECRET: 'whsec_x',
      N8N_3CX_WEBHOOK_TIMEOUT: '20000',
      N8N_3CX_LOG_LEVEL: 'DEBUG',
    });
    expect(environment).toEqual({
      defaultServer: 'https://pbx.example.com:5001',
      defaultExtension: '888',
      timeoutMs: 45_000,
      requestTimeoutMs: 8_000,
      connectionPoolSize: 10,
      keepAliveTimeoutMs: 60_000,
      retryAttempts: 5,
      clientSecret: 'from-the-environment',
      maxConcurrentCalls: 10,
      webhookSecret: 'whsec_x',
      webhookTimeoutMs: 20_000,
      logLevel: 'debug',
    });
  });

  it.each([
    [{ N8N_3CX_TIMEOUT: '30s' }, 'N8N_3CX_TIMEOUT must be a whole number from 1000 to 600000'],
    [{ N8N_3CX_REQUEST_TIMEOUT: '1' }, 'N8N_3CX_REQUEST_TIMEOUT must be a whole number from 100 to 600000'],
    [
      { N8N_3CX_CONNECTION_POOL_SIZE: '0' },
      'N8N_3CX_CONNECTION_POOL_SIZE must be a whole number from 1 to 100',
    ],
    [{ N8N_3CX_RETRY_ATTEMPTS: '0' }, 'N8N_3CX_RETRY_ATTEMPTS must be a whole number from 1 to 10'],
    [
      { N8N_3CX_MAX_CONCURRENT_CALLS: 'ten' },
      'N8N_3CX_MAX_CONCURRENT_CALLS must be a whole number from 0 to 10000',
    ],
    [{ N8N_3CX_WEBHOOK_TIMEOUT: '5' }, 'N8N_3CX_WEBHOOK_TIMEOUT must be a whole number from 1000 to 600000'],
    [{ N8N_3CX_LOG_LEVEL: 'loud' }, 'N8N_3CX_LOG_LEVEL must be one of debug, info, warn, error, silent'],
  ])('are refused by name when they can’t be used: %j', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(`The environment variable ${message}`);
  });

  it('give the default that ring timeouts show, without ever failing', () => {
    expect(defaultTimeoutSeconds({})).toBe(30);
    expect(defaultTimeoutSeconds({ N8N_3CX_TIMEOUT: '45000' })).toBe(45);
    expect(defaultTimeoutSeconds({ N8N_3CX_TIMEOUT: 'soon' })).toBe(30);
    expect(defaultTransferTimeoutSeconds({ N8N_3CX_TIMEOUT: '300000' })).toBe(120);
    expect(defaultMaxConcurrentCalls({})).toBe(0);
    expect(defaultMaxConcurrentCalls({ N8N_3CX_MAX_CONCURRENT_CALLS: '10' })).toBe(10);
    expect(defaultMaxConcurrentCalls({ N8N_3CX_MAX_CONCURRENT_CALLS: 'ten' })).toBe(0);
  });
});
