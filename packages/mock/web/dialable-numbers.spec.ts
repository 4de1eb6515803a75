import { grouped, presets } from './dialable-numbers';

const numbers = [
  { number: '100', type: 'Wextension', name: 'Extension 100' },
  { number: '101', type: 'Wextension', name: 'Extension 101' },
  { number: '800', type: 'Wqueue', name: 'Queue 800' },
  { number: '10001', type: 'Wexternalline', name: 'Trunk' },
  { number: '999', type: 'Wroutepoint', name: 'Route point 999' },
  { number: '*777', type: 'Wnew', name: '' },
];

test('what can be dialled is grouped by kind, what nobody has heard of last, and a trunk is not dialled', () => {
  expect(
    grouped(numbers).map(({ label, numbers: members }) => [label, members.map(({ number }) => number)]),
  ).toEqual([
    ['Route points', ['999']],
    ['Extensions', ['100', '101']],
    ['Queues', ['800']],
    ['Others', ['*777']],
  ]);
});

test('there is an example of each kind of call that is possible, and of no other', () => {
  expect(presets(numbers, '+15550100')).toEqual([
    { text: 'Outside to route point 999', from: '+15550100', to: '999' },
    { text: 'Outside to extension 100', from: '+15550100', to: '100' },
    { text: 'Outside to queue 800', from: '+15550100', to: '800' },
    { text: '100 to 101', from: '100', to: '101' },
  ]);
  expect(presets([], '+15550100')).toEqual([]);
});
