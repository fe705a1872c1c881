// Reads a list of scripts from standard input and writes what each gives in the world of CaseScope.cs.
const vm = require('vm');

const now = Date.UTC(2026, 2, 9, 8, 15, 30, 250);

const world = `
  const variables = {
    Amount: 1500, name: 'Sara', Name: 'Sara', Approved: true, DueDate: new Date('2026-05-01T09:00:00Z'),
    Tags: ['urgent', 'housing'], Nothing2: null,
    Order: {
      id: 'o1',
      items: [{ sku: 'A-1', qty: 2, price: 10.5 }, { sku: 'B-2', qty: 1, price: 99.99 }],
      customer: { name: 'سارة', address: null },
    },
  };
  const inputs = { Reason: 'repair' };
  const args = { item: { id: 'i7' } };
  globalThis.variables = variables;
  globalThis.args = args;
  for (const [name, value] of [...Object.entries(inputs), ...Object.entries(variables), ...Object.entries(args)]) {
    const suffix = name[0].toUpperCase() + name.slice(1);
    globalThis['get' + suffix] = () => value;
  }
  globalThis.getVariable = name => variables[name] ?? null;
  globalThis.getInput = name => inputs[name] ?? null;
  globalThis.toJson = value => JSON.stringify(value);
  globalThis.isNullOrEmpty = text => text == null || text === '';
  globalThis.isNullOrWhiteSpace = text => text == null || text.trim() === '';
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) => (given.length ? new target(...given) : new target(${now})),
    apply: () => new RealDate(${now}).toString(),
    get: (target, key) => (key === 'now' ? () => ${now} : target[key]),
  });
  globalThis.tag = function tag(value) {
    if (value === undefined || value === null || typeof value === 'function') return null;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? (Object.is(value, -0) ? { $: '-0' } : value) : { $: String(value) };
    }
    if (typeof value !== 'object') return value;
    if (value instanceof RealDate) return isNaN(value) ? null : { $date: value.toISOString() };
    if (value instanceof Error) return { name: value.name, message: value.message };
    if (value instanceof RegExp) return String(value);
    if (value instanceof Set) return [...value].map(tag);
    if (value instanceof Map) return tag(Object.fromEntries(value));
    if (Array.isArray(value)) return Array.from(value, tag);
    return Object.fromEntries(
      Object.entries(value).filter(([, v]) => typeof v !== 'function').map(([k, v]) => [k, tag(v)]));
  };
`;

function compile(text) {
  try {
    // What is no expression statement leaves the value undefined, not the directive.
    return new vm.Script(`'use strict';undefined;${text}`);
  } catch (error) {
    if (!/return/.test(error.message)) throw error;
    return new vm.Script(`(function () { 'use strict';\n${text}\n})()`);
  }
}

function run(text) {
  const context = vm.createContext({});
  vm.runInContext(world, context);
  try {
    context.result = compile(text).runInContext(context, { timeout: 10000 });
  } catch (error) {
    if (error === null || typeof error !== 'object' || typeof error.name !== 'string') {
      return { $error: JSON.stringify(error) };
    }
    return { $error: error.name === 'Error' ? `Error: ${error.message}` : error.name };
  }
  return JSON.parse(vm.runInContext('JSON.stringify(tag(result))', context));
}

let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', part => { text += part; });
process.stdin.on('end', () => process.stdout.write(JSON.stringify(JSON.parse(text).map(run))));
