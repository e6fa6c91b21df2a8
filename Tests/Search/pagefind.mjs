// node pagefind.mjs SITE: reads queries from standard input, a JSON object a line ({"query", "language"}), and prints for each what Pagefind finds in the site's
// own Pagefind index: {"results": [address …]}. Pagefind's client is made for browsers; what it asks of one is given to it here.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';

const [site] = process.argv.slice(2);
const server = http.createServer((request, response) => {
  fs.readFile(path.join(site, decodeURIComponent(request.url.split('?')[0])), (error, bytes) => {
    if (error) response.statusCode = 404;
    response.end(bytes);
  });
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`;
const element = { getAttribute: () => 'en' };
globalThis.document = { querySelector: () => element, currentScript: null, baseURI: base };
globalThis.window = globalThis;
globalThis.location = new URL(base);
delete globalThis.Worker;
const original = globalThis.fetch;
globalThis.fetch = (address, options) => original(typeof address === 'string' && address.startsWith('/') ? base + address.slice(1) : address, options);

const copy = path.join(site, 'pagefind', `pagefind-node-${process.pid}.mjs`);
fs.copyFileSync(path.join(site, 'pagefind/pagefind.js'), copy);
const instances = new Map();
// An index for each language, as Pagefind has them: the page's language chooses.
async function instance(language) {
  if (!instances.has(language)) {
    element.getAttribute = () => language;
    const pagefind = await import(`${pathToFileURL(copy).href}?${language}`);
    await pagefind.options({ basePath: `${base}pagefind/`, baseUrl: '/', noWorker: true });
    await pagefind.init(language);
    instances.set(language, pagefind);
  }
  return instances.get(language);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { query, language } = JSON.parse(line);
  const { results } = await (await instance(language || 'en')).search(query);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  console.log(JSON.stringify({ results: pages.map((page) => new URL(page.url, base).pathname) }));
}
fs.unlinkSync(copy);
process.exit(0);
