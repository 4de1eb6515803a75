/** Asymmetric matchers without the type `any`. */
export const anyString: unknown = expect.any(String);
export const anyNumber: unknown = expect.any(Number);

export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** An array with at least one object that has these fields. */
export const containing = (fields: object): unknown =>
  expect.arrayContaining([expect.objectContaining(fields)]);
