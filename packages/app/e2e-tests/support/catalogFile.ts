import { createServer, type Server } from 'node:http';

/** Where the portal under test may read catalog files; see playwright.config.ts. */
const PORT = 8182;

export interface ServedFile {
  url: string;
  close(): Promise<void>;
}

/** Hands out one catalog file, as a repository would. */
export async function serveCatalogFile(
  entities: readonly object[],
): Promise<ServedFile> {
  // JSON is YAML, and quicker to read.
  const file = entities.map(entity => JSON.stringify(entity)).join('\n---\n');
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/yaml');
    response.end(file);
  });
  await new Promise<void>(resolve => {
    server.listen(PORT, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${PORT}/catalog-info.yaml`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
