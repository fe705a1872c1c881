// Reads [{ template, data }] from standard input and writes what liquidjs makes of each: { output } or { error }.
const { Liquid } = require('liquidjs');

const engine = new Liquid({ timezoneOffset: 0 });

function render({ template, data }) {
  try {
    return { output: engine.parseAndRenderSync(template, data) };
  } catch (error) {
    return { error: error.message };
  }
}

let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', part => { text += part; });
process.stdin.on('end', () => process.stdout.write(JSON.stringify(JSON.parse(text).map(render))));
