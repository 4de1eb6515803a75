import { userByNumber, userOutput, users, wholeUser } from '../../../src/shared';
import { items, type DataOperation } from './data-operation';
import { extensionField, extensionOf } from './extension-field';
import { cacheOption, limitOf, listFields, simplifyField } from './list-fields';

export const getExtensions: DataOperation = {
  name: 'Get Many Extensions',
  properties: [
    ...listFields('getExtensions'),
    simplifyField(['getExtensions']),
    cacheOption('getExtensions', false),
  ],
  prepare({ parameters, cache }) {
    const limit = limitOf(parameters);
    const simplify = parameters.flag('simplify');
    const usesCache = parameters.flag('options.useCache');
    return {
      isAboutOtherCalls: true,
      async read({ pbx, key }) {
        const asked = `${key} extensions ${String(simplify)} ${String(limit.limit)}`;
        const { value, at } = await cache.get(asked, usesCache, () =>
          users(pbx.xapi, { ...limit, simplify }),
        );
        return items(value.map((extension) => ({ ...extension, cachedAt: at.toISOString() })));
      },
    };
  },
};

export const getExtension: DataOperation = {
  name: 'Get Extension',
  properties: [
    extensionField({
      operations: ['getExtension'],
      required: true,
      description: 'The extension to look at',
    }),
    simplifyField(['getExtension']),
  ],
  prepare({ parameters }) {
    const number = extensionOf(parameters);
    const simplify = parameters.flag('simplify');
    return {
      facts: { extension: number },
      async read({ pbx }) {
        if (!simplify) return items([await wholeUser(pbx.xapi, number)]);
        return items([userOutput(await userByNumber(pbx.xapi, number))]);
      },
    };
  },
};
