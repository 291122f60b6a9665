import { html, type Html } from './html.ts';

/** A whole page. It runs no script and loads nothing, whatever is in a repository. */
export function page(title: string, body: Html): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title} - development forge</title>
        <style>
          :root {
            color-scheme: light dark;
            font-family: system-ui, sans-serif;
          }
          body {
            max-width: 60rem;
            margin: 3rem auto;
            padding: 0 1rem;
          }
          pre {
            overflow-x: auto;
            padding: 1rem;
            border: 1px solid #8886;
            border-radius: 0.4rem;
          }
          ul {
            line-height: 1.8;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text;
}
