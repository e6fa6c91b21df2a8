// node load.mjs MODULES SITE FIRST SECOND: what a cold query and a second one load, in bytes as gzip sends them: {"first", "second"}. The first counts the modules, too.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [modules, site, first, second] = process.argv.slice(2);
let bytes = 0;
const sent = (content) => Math.min(content.length, gzipSync(content, { level: 6 }).length);
for (const name of await fs.readdir(modules)) {
  if (/^search.*\.js$/.test(name)) bytes += sent(await fs.readFile(path.join(modules, name)));
}
const { openIndex } = await import(pathToFileURL(path.join(modules, 'search-index.js')).href);
const find = await openIndex(async (name) => {
  const content = await fs.readFile(path.join(site, '_kb/search', name.split('?')[0])).catch(() => null);
  if (content) bytes += sent(content);
  return content && new Uint8Array(content);
}, async () => '');
await find(first, { limit: 8 });
const result = { first: bytes };
bytes = 0;
await find(second, { limit: 8 });
console.log(JSON.stringify({ ...result, second: bytes }));
