// One way of doing it for one size, in a process of its own so that memory can be
// compared; the answer goes to standard output.
import process from 'node:process';
import { SIZES, SyntheticCatalog } from './catalog';
import { runCatalogPage } from './catalogPage';
import { runEngine } from './engine';
import { runGraphology } from './graphology';

const [way, size, asked] = process.argv.slice(2);
const catalog = new SyntheticCatalog(SIZES[Number(size)]);

async function main() {
  if (way === 'engine') return runEngine(catalog, Number(asked));
  if (way === 'graphology') return runGraphology(catalog, Number(asked));
  return runCatalogPage(catalog);
}

main().then(result => process.stdout.write(JSON.stringify(result)));
