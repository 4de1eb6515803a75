import { DescribedAnswers } from './described-answers';

const answers = new DescribedAnswers();
const context = 'x/$metadata#Users';
const list = (...value: object[]) => ({ '@odata.context': context, value });

describe('answers held against the description', () => {
  test.each([
    ['GET', '/Users', 200, list({ Id: 1, Number: '100', FirstName: null, Groups: [{ GroupId: 1 }] })],
    ['GET', "/Users(Number='100')", 200, { '@odata.context': context, Id: 1, QueueStatus: 'LoggedIn' }],
    ['PATCH', '/Users(1)', 204, undefined],
    ['GET', '/Users', 403, { error: { code: 'Forbidden', message: 'no' } }],
    ['GET', '/Elsewhere', 200, { anything: 1 }],
  ])('%s %s %d is fine', (method, path, status, json) => {
    expect(answers.fault(method, path, status, json)).toBeUndefined();
  });

  test.each([
    ['an unknown property', 'GET', '/Users', 200, list({ Id: 1, Nummer: '100' })],
    ['a wrong type', 'GET', '/Users', 200, list({ Id: '1' })],
    ['a value that is none of an enumeration', 'GET', '/Users(1)', 200, { QueueStatus: 'Gone' }],
    ['a fault deep inside', 'GET', '/Users', 200, list({ Groups: [{ Rights: { RoleName: 7 } }] })],
    ['a wrong date', 'GET', '/ActiveCalls', 200, list({ Id: 1, ServerNow: 'today' })],
    ['a status that is not described', 'PATCH', '/Users(1)', 200, undefined],
    ['a body where there is none', 'DELETE', '/Users(1)', 204, {}],
    ['a verb that is not described', 'PUT', '/Users(1)', 200, {}],
    ['an error of another form', 'GET', '/Users', 403, { message: 'no' }],
  ])('%s is found', (_fault, method, path, status, json) => {
    expect(answers.fault(method, path, status, json)).toEqual(expect.any(String));
  });
});
