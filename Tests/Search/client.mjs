// node client.mjs MODULES SITE: reads queries from standard input, a JSON object a line ({"query", "language"}), and prints for each what the client's own modules
// find in the site's index: {"isClose", "results": [{"url", "score"} …]}.
import fs from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';

const [modules, site] = process.argv.slice(2);
const load = (module) => import(pathToFileURL(path.join(modules, module)).href);
const { openIndex } = await load('search-index.js');
const { articleText } = await load('search-excerpt.js');
const read = (file) => fs.readFile(file).then((bytes) => new Uint8Array(bytes), () => null);
const find = await openIndex(
  (name) => read(path.join(site, '_kb/search', name.split('?')[0])),
  async (url) => articleText(await fs.readFile(path.join(site, decodeURIComponent(url), 'index.html'), 'utf8')));
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { query, language } = JSON.parse(line);
  const { results, isClose } = await find(query, { language: language || null, limit: 10 });
  console.log(JSON.stringify({ isClose, results: results.map(({ url, score }) => ({ url, score: Math.round(score * 1000) / 1000 })) }));
}
